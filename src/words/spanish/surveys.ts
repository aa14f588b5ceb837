import type { LateMessages } from '../english/late.ts';
import type { Formats } from '../formats.ts';

export const surveysInSpanish = (f: Formats): LateMessages['surveys'] => ({
  title: 'Muestreos',
  help: 'Cada muestreo tiene sus propias fotos, ajustes y revisiones. Se quedan en este navegador hasta que usted los borre.',
  none: 'Aún no hay ningún muestreo. Suelte una carpeta de fotos y empezará el primero.',
  begin: 'Muestreo nuevo',
  name: 'Nombre',
  made: (date) => `Empezado el ${date}`,
  photos: (sifted, all) =>
    sifted === all
      ? f.counted(all, 'foto clasificada', 'fotos clasificadas')
      : `${f.count(sifted)} de ${f.counted(all, 'foto clasificada', 'fotos clasificadas')}`,
  reviews: (count) => f.counted(count, 'declaración suya', 'declaraciones suyas'),
  isOpen: 'Abierto ahora',
  open: 'Abrir',
  openWhich: (name) => ` «${name}»`,
  nameOf: (name) => `Nombre de «${name}»`,
  renamed: (name) => `«${name}» tiene nuevo nombre.`,
  delete: 'Borrar…',
  deleteQuestion: (name) => `¿Borrar «${name}»?`,
  deleteText:
    'Su lista de fotos, sus ajustes y todo lo dicho al revisar se borran de este navegador. Las fotos mismas no se tocan. Guarde antes sus tablas si las quiere conservar.',
  keep: 'Conservarlo',
  confirm: 'Borrarlo',
  deleted: (name) => `«${name}» está borrado.`,
  busy: 'Espere a que se lea la carpeta; después se podrá abrir otro muestreo.',
  log: {
    title: 'Mensajes',
    none: 'Ningún mensaje hasta ahora.',
    close: 'Cerrar',
  },
  storage: {
    title: 'Guardado en este navegador',
    about:
      'Sus fotos no están aquí, y nada de esto las toca. Los tamaños se estiman con una muestra; los de los modelos son exactos. Lo demás que cuenta el navegador es la aplicación misma, para usarla sin conexión. El espacio puede tardar en liberarse.',
    nothing: 'Aún no hay nada guardado.',
    busy: 'Se están clasificando fotos. Espere a que acabe, o cancele, y borre después.',
    thumbnails: {
      name: 'Imágenes pequeñas',
      amount: (photos) => `de ${f.counted(photos, 'foto', 'fotos')}, en todos los muestreos`,
      lost: 'La cuadrícula, la galería y la búsqueda de parecidas se quedan sin imágenes. No se pierde nada de lo dicho sobre las fotos. Las del muestreo abierto se pueden rehacer aquí mientras se lean sus carpetas.',
      without: (photos) => `${f.counted(photos, 'foto', 'fotos')} del muestreo abierto sin imagen pequeña.`,
      make: 'Hacerlas de nuevo',
      made: (pictures) => f.counted(pictures, 'imagen hecha', 'imágenes hechas'),
    },
    outputs: {
      name: (model) => `Lo que dijo ${model}`,
      gone: (hash) => `un modelo que ya no está aquí (${hash})`,
      amount: (photos) => `de ${f.counted(photos, 'foto', 'fotos')}, en todos los muestreos`,
      lost: 'Sus recuadros y puntuaciones se borran en todos los muestreos; sus revisiones se quedan. Para tenerlos otra vez, el modelo debe mirar de nuevo cada foto.',
      lostResults:
        'Vinieron en un archivo y se borran en todos los muestreos; sus revisiones se quedan. Para tenerlos otra vez, importe de nuevo ese archivo.',
      lostGone:
        'Sus recuadros y puntuaciones se borran; sus revisiones se quedan. Para tenerlos otra vez, traiga de nuevo el modelo, que debe mirar cada foto.',
    },
    models: {
      name: (model) => `Modelo ${model}`,
      amount: 'sus archivos',
      inUse: 'en uso',
      lost: 'Se borran sus archivos. Lo que dijo de las fotos se queda. Para usarlo otra vez, tráigalo de nuevo de su disco.',
    },
    survey: {
      name: (survey) => `Muestreo «${survey}»`,
      amount: (photos, reviews) =>
        `${f.counted(photos, 'foto', 'fotos')} y ${f.counted(reviews, 'revisión', 'revisiones')}`,
      lost: 'Se borran su lista de fotos, sus ajustes y todo lo dicho al revisar, y no se puede rehacer. Guarde antes su archivo de proyecto si quiere conservarlos. Lo que dijeron los modelos de sus fotos se queda.',
    },
    size: (bytes) => `unos ${f.bytes(bytes)}`,
    exactSize: (bytes) => f.bytes(bytes),
    delete: 'Borrar…',
    question: (name) => `¿Borrar «${name}»?`,
    keep: 'Conservarlo',
    confirm: 'Borrar para siempre',
    deleted: (name) => `Borrado: ${name}.`,
    stop: 'Parar',
    close: 'Cerrar',
  },
});
