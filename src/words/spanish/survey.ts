import type { Messages } from '../english.ts';
import type { Formats } from '../formats.ts';

export const surveyInSpanish = (f: Formats): Messages['survey'] => ({
  settings: 'Ajustes',
  save: 'Guardar',
  gap: 'Mayor intervalo dentro de una secuencia, en segundos',
  gapHelp:
    'De fábrica 60, como agrupa MegaDetector: una foto que llega como mucho este tiempo después de la anterior se une a ella.',
  from: (role, score) => `${role} desde una puntuación de ${f.percent(score)}`,
  fromHelp: (score) => `De fábrica ${f.percent(score)}, lo propio del modelo.`,
  sequences: 'Secuencias',
  filter: 'Mostrar secuencias con',
  all: 'todas',
  empty: 'Las secuencias aparecen aquí en cuanto se clasifican las primeras fotos.',
  none: (label) => `Ninguna secuencia lleva la etiqueta «${label}» con estos umbrales.`,
  imports: {
    open: 'Importar…',
    openProject: 'Abrir un archivo de proyecto de otro portátil…',
    elsewhere: 'Las fotos de estas carpetas están en otro portátil.',
    dropThem:
      'Todo lo que se dijo de ellas está aquí. Para verlas, suelte la carpeta, se llame como se llame ahora.',
  },
  delete: {
    button: 'Empezar de nuevo…',
    question: '¿Empezar de nuevo con un muestreo vacío?',
    text: 'La lista de fotos de este muestreo y sus ajustes se borran de este navegador. Sus fotos no se tocan, y lo que el modelo dijo de ellas se recuerda: si las suelta de nuevo, están listas en un momento.',
    keep: 'Conservarlo',
    confirm: 'Empezar de nuevo',
  },
});
