import type { LateMessages } from '../english/late.ts';
import type { Formats } from '../formats.ts';

/** The dialog with all that a photo file says of itself. */
export const cameraDataInSpanish = (f: Formats): LateMessages['cameraData'] => ({
  title: 'Todos los datos de la cámara',
  open: 'Todos los datos de la cámara…',
  reading: 'Leyendo el archivo…',
  away: 'La carpeta de esta foto no se puede leer ahora. Vuelva a abrirla para ver los datos de la cámara.',
  failed: (reason: string) =>
    `No se puede leer el archivo: ${reason}. Compruebe que la tarjeta o el disco sigue conectado y vuelva a abrir esto.`,
  blocks: {
    file: 'Archivo',
    exif: 'EXIF',
    gps: 'GPS',
    iptc: 'IPTC',
    xmp: 'XMP',
    makerNote: 'Notas del fabricante',
    icc: 'Perfil de color (ICC)',
    thumbnail: 'Imagen pequeña dentro del archivo',
  },
  damaged:
    'Una parte de los datos de la cámara de este archivo está dañada. Se muestra lo que aún se pudo leer.',
  onlyExif: 'En archivos de este tipo no se buscan XMP, IPTC ni algunos perfiles de color.',
  unknownKind: 'No se pueden leer datos de la cámara de archivos de este tipo.',
  nothing: 'Este archivo no contiene datos de la cámara.',
  unknownNote: 'Las notas del fabricante de esta cámara no se pueden descifrar; se muestran tal como están.',
  search: 'Buscar una etiqueta o un valor',
  found: (count: number) => f.counted(count, 'valor', 'valores'),
  noneFound: (query: string) => `Ninguna etiqueta ni valor contiene «${query}».`,
  bytes: (count: number, first: string) => `${f.counted(count, 'byte', 'bytes')}: ${first}`,
  values: (count: number, first: string) => `${f.counted(count, 'valor', 'valores')}: ${first}`,
  showAll: 'Mostrar todo',
  showLess: 'Mostrar menos',
  showAllOf: (name: string) => `Mostrar todo de ${name}`,
  showLessOf: (name: string) => `Mostrar menos de ${name}`,
  copy: 'Copiar',
  copyOf: (name: string) => `Copiar ${name}`,
  copyAll: 'Copiar todo como texto',
  copyFound: 'Copiar estos como texto',
  copied: 'Copiado.',
  notCopied: 'El navegador no permitió copiar. Seleccione el texto y cópielo con el teclado.',
  close: 'Cerrar',
});
