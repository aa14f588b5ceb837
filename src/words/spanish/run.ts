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
  'not-in-results': {
    reason: 'Los resultados importados no dicen nada de esta foto.',
    remedy: 'Importe un archivo de resultados que la contenga, o elija otro modelo.',
  },
};

export const runInSpanish = (f: Formats): Messages['run'] => ({
  failures,
  failed: (photos) => `${f.counted(photos, 'foto', 'fotos')} sin clasificar por un fallo`,
  damaged: (photos) =>
    `${f.counted(photos, 'foto está dañada', 'fotos están dañadas')}: falta una parte. Cópielas de nuevo de la tarjeta.`,
  showDamaged: 'Mostrarlas',
  tryAgain: 'Probar de nuevo las fotos fallidas',
  moreFailures: (photos) => `Otras ${f.count(photos)} figuran en photos.csv.`,
  leftOut: (kinds) => `Sin incluir: ${kinds}.`,
  unsupported: 'Los archivos HEIC, de vídeo, TIFF y RAW aún no se admiten.',
  fewSecondsLeft: 'quedan unos segundos',
  secondsLeft: (seconds) => `quedan unos ${f.count(seconds)} s`,
  minutesLeft: (minutes) => `quedan unos ${f.count(minutes)} min`,
  hoursLeft: (hours, minutes) => `quedan unas ${f.count(hours)} h ${f.count(minutes)} min`,
  reading: (folder) => `Leyendo «${folder}»`,
  phases: {
    sifting: 'Clasificando',
    paused: 'En pausa',
    waiting: 'A la espera de usted',
    cancelled: 'Cancelado',
    unfinished: 'Sin terminar',
    empty: 'Aún no hay fotos',
    done: 'Terminado',
  },
  percentDone: (percent) => `${percent} por ciento hecho`,
  found: (photos) => `${f.counted(photos, 'foto encontrada', 'fotos encontradas')} hasta ahora`,
  progress: (done, all, left) =>
    `${f.count(done)} de ${f.counted(all, 'foto', 'fotos')}; quedan ${f.count(left)}`,
  photosIn: (photos, sequences) =>
    `${f.counted(photos, 'foto', 'fotos')} en ${f.counted(sequences, 'secuencia', 'secuencias')}`,
  trying: 'probando si el procesador gráfico es más rápido, una vez para este modelo…',
  measuring: 'midiendo la velocidad…',
  speed: (rate) => `${f.decimal(rate, rate < 10 ? 1 : 0)} fotos por segundo`,
  recognised: (photos) => `${f.counted(photos, 'foto reconocida', 'fotos reconocidas')} de antes`,
  pause: 'Pausar',
  cancel: 'Cancelar',
  resume: 'Reanudar',
  continue: 'Continuar',
  addFolder: 'Añadir una carpeta',
  sifted: 'Fotos clasificadas',
  siftedOf: (done, all) => `${f.count(done)} de ${f.count(all)}`,
  askable: (folders) =>
    `El navegador pregunta antes de volver a abrir ${folders}: elija «Continuar» o suelte aquí la carpeta.`,
  missing: (folders) =>
    `Quedan fotos en ${folders}. Suelte de nuevo aquí la carpeta para seguir donde estaba.`,
  problems: {
    otherTab:
      'Fieldsift ya está clasificando en otra pestaña. Siga allí, o ciérrela y elija «Continuar» aquí.',
    folderGone:
      'La carpeta ya no se puede leer. Conecte de nuevo la tarjeta o el disco y vuelva a soltar la carpeta aquí.',
    otherFolder: (folder, name) =>
      `«${folder}» es otra carpeta que la que ya está con ese nombre. Se añadió como «${name}».`,
    otherPhotos: (photos, folder, name) =>
      `${f.counted(photos, 'foto', 'fotos')} de «${folder}» ${photos === 1 ? 'es otra' : 'son otras'} que antes con el mismo nombre. Se añadió como «${name}».`,
    diskFull: 'El disco está lleno; nada de lo guardado se ha perdido. Libere espacio y elija «Continuar».',
    notStored: (detail) =>
      `El navegador no pudo guardar los resultados (${detail}). Nada de lo guardado se ha perdido. Elija «Continuar» para intentarlo de nuevo.`,
    modelFailed: (detail) =>
      `No se pudo iniciar el modelo: ${detail}. Cierre otros programas o recargue la página y elija «Continuar».`,
    missing: (features) =>
      `A este navegador le falta ${features}, sin lo cual no se puede clasificar ninguna foto. Use un Chrome, Edge, Firefox o Safari actual; si un ajuste de seguridad lo desactiva, permítalo para esta dirección. A las fotos no les pasa nada.`,
    noModel: 'no se ha elegido ningún modelo',
    noPhotos: (folder) => `«${folder}» no contiene fotos.`,
    noReadablePhotos: (folder, others) =>
      `«${folder}» no contiene fotos que ya se puedan leer, pero sí ${others}. Aún no se admiten HEIC ni vídeo.`,
    notListed: (folders, more) =>
      `El navegador no pudo listar ${folders}${more === 0 ? '' : ` y ${f.count(more)} más`}. Compruebe que la tarjeta está conectada y suelte de nuevo la carpeta: nada se clasifica dos veces.`,
  },
});
