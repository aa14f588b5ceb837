import type { LateMessages } from '../english/late.ts';
import type { Formats } from '../formats.ts';

export const sheetInSpanish = (f: Formats): LateMessages['sheet'] => ({
  title: 'Lo que saldría, lo más dudoso primero',
  help: 'Revíselo. H retiene la foto con toda su secuencia, Ctrl+Z lo deshace, Intro la muestra en grande.',
  photo: (name, score, covers, isReviewed) =>
    `${name}, persona ${f.percent(score, 1)}, ${covers === 0 ? 'nada cubierto' : f.counted(covers, 'lugar cubierto', 'lugares cubiertos')}, ${isReviewed ? 'revisada' : 'nadie la ha mirado'}`,
  held: 'Se queda aquí',
  score: (score) => `persona ${f.percent(score, 1)}`,
  reviewed: 'revisada',
  hold: 'Retener',
  undo: 'Deshacer',
  saidHeld: (photos) => `Retenidas: ${f.counted(photos, 'foto', 'fotos')} de una secuencia.`,
  saidUndone: 'Deshecho: puede salir de nuevo.',
  large: 'Foto',
  showCovers: 'Mostrar lo cubierto',
  previous: 'Anterior',
  next: 'Siguiente',
  back: 'Volver a todas',
  zoomIn: 'Más grande',
  zoomOut: 'Más pequeña',
  leak: 'Medido',
  leakUnknown: 'Aún no se ha medido cuántas personas se escapan.',
  leakKnown: (missed, checked, low, high) =>
    `${f.count(missed)} de ${f.count(checked)} secuencias libres comprobadas muestran a una persona: de todas, entre ${f.percent(low, 1)} y ${f.percent(high, 1)} (confianza del 95 %).`,
  check: 'Comprobar una muestra…',
  options: 'Cómo se hacen las copias',
  smallPreviews: (folders) =>
    `Vistas pequeñas: ${folders} no está abierta. Abra la carpeta de nuevo para ver las fotos enteras.`,
  notReachable: (photos, all) =>
    photos === all
      ? 'La carpeta con las fotos no está abierta, así que no se puede hacer ninguna copia.'
      : `${f.count(photos)} de ${f.counted(all, 'foto', 'fotos')} no se pueden copiar, porque su carpeta no está abierta.`,
  openAgain: 'Abrir la carpeta de nuevo',
});
