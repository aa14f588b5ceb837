import type { Messages } from '../english.ts';
import type { Formats } from '../formats.ts';

const failures: Messages['run']['failures'] = {
  'empty-file': {
    reason: 'El archivo no tiene ningún byte.',
    remedy: 'Quizá se sacó la tarjeta mientras se escribía. Copie el archivo de nuevo, o déjelo fuera.',
  },
  'not-an-image': {
    reason: 'El archivo se llama como una foto, pero contiene otra cosa.',
    remedy: 'Ábralo con otro programa para ver qué es, o déjelo fuera.',
  },
  truncated: {
    reason: 'La foto termina antes de tiempo.',
    remedy:
      'Cópiela de nuevo desde la tarjeta; si la tarjeta tiene el mismo archivo, la cámara se quedó sin corriente al escribir.',
  },
  undecodable: {
    reason: 'El navegador no puede descodificar esta foto.',
    remedy: 'Ábrala con otro programa y guárdela como JPEG, o cópiela de nuevo desde la tarjeta.',
  },
  'too-large': {
    reason: 'La foto tiene más píxeles de los que caben en este navegador.',
    remedy: 'Guarde a su lado una copia más pequeña (menos de 100 megapíxeles).',
  },
  unreadable: {
    reason: 'No se pudo leer el archivo del disco.',
    remedy:
      'Compruebe que la tarjeta o el disco siguen conectados y elija «Probar de nuevo las fotos fallidas».',
  },
  changed: {
    reason: 'El archivo se movió, se borró o cambió mientras se leía.',
    remedy: 'Devuélvalo a su sitio y elija «Probar de nuevo las fotos fallidas».',
  },
  inference: {
    reason: 'No se pudo ejecutar el modelo con esta foto.',
    remedy:
      'Elija «Probar de nuevo las fotos fallidas»; si vuelve a fallar, comuníquelo con el detalle de abajo.',
  },
  'worker-died': {
    reason: 'El navegador detuvo dos veces el proceso que tenía esta foto.',
    remedy: 'Cierre otros programas para liberar memoria y elija «Probar de nuevo las fotos fallidas».',
  },
};

export const runInSpanish = (f: Formats): Messages['run'] => ({
  failures,
  failed: (photos) => `${f.counted(photos, 'foto', 'fotos')} sin clasificar por un fallo`,
  tryAgain: 'Probar de nuevo las fotos fallidas',
  moreFailures: (photos) => `Otras ${f.count(photos)} figuran en photos.csv.`,
  leftOut: (kinds) => `Sin incluir: ${kinds}.`,
  unsupported: 'Los archivos HEIC, de vídeo, TIFF y RAW aún no se admiten.',
  fewSecondsLeft: 'quedan unos segundos',
  secondsLeft: (seconds) => `quedan unos ${f.count(seconds)} s`,
  minutesLeft: (minutes) => `quedan unos ${f.count(minutes)} min`,
  hoursLeft: (hours, minutes) => `quedan unas ${f.count(hours)} h ${f.count(minutes)} min`,
});
