import type { LateMessages } from '../english/late.ts';
import type { Formats } from '../formats.ts';

export const surveysInSpanish = (f: Formats): LateMessages['surveys'] => ({
  title: 'Muestreos',
  help: 'Cada muestreo tiene sus propias fotos, ajustes y revisiones. Todos se quedan en este navegador hasta que usted los borre.',
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
    'Su lista de fotos, sus ajustes y todo lo dicho al revisar se borran de este navegador. Las fotos mismas no se tocan. Guarde antes sus tablas si quiere conservar lo que contienen.',
  keep: 'Conservarlo',
  confirm: 'Borrarlo',
  deleted: (name) => `«${name}» está borrado.`,
  busy: 'Espere a que se lea la carpeta; después se podrá abrir otro muestreo.',
  log: {
    title: 'Mensajes',
    none: 'Ningún mensaje hasta ahora.',
    close: 'Cerrar',
  },
});
