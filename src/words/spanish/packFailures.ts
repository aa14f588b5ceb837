import type { BoxFault } from '../../core/models/decoders/boxTrial.ts';
import { inPlaceOf, type PackFailureTexts } from '../../core/models/pack/packFailure.ts';
import { problemInSpanish } from './problems.ts';

const fetchAgain = 'Consiga de nuevo el archivo en su lugar de origen y compare su tamaño.';
const unpack = 'Descomprímalo y suelte la carpeta que contiene manifest.json.';

const boxFaults: Partial<Record<string, string>> & Record<BoxFault, string> = {
  fractions: 'este modelo cuenta de 0 a 1, pero se han declarado píxeles.',
  hundredths: 'este modelo cuenta de 0 a 100, pero se han declarado píxeles.',
  corners: 'parecen esquinas, pero se han declarado centro y tamaño.',
  centres: 'parecen centro y tamaño, pero se han declarado esquinas.',
  swapped: 'parece que la y va antes que la x.',
  outside: 'la mayoría queda fuera de la imagen.',
  small: 'todos quedan en una esquina de la imagen.',
  'no-number': 'la mayoría no son números.',
};

/** Why a model was not taken in, and what can be done. */
export const packFailuresInSpanish: PackFailureTexts = {
  'no-manifest': {
    reason: (subject) => `«${subject}» no contiene ningún manifest.json en su primer nivel.`,
    remedy: 'Suelte la carpeta que lo contiene, o solo el archivo .onnx y se le preguntará el resto.',
  },
  'manifest-not-json': {
    reason: (subject, detail) => `«${subject}» no es JSON válido: ${detail}`,
    remedy: 'Corríjalo en un editor de texto; lo habitual es una coma de más o una comilla que falta.',
  },
  'manifest-too-long': {
    reason: (subject) => `«${subject}» es demasiado largo para un manifiesto.`,
    remedy: 'Ponga las listas largas de etiquetas en un archivo aparte y nómbrelo en "labelFile".',
  },
  'manifest-invalid': {
    reason: (_, detail) =>
      `El manifest.json no se puede usar: ${detail.split('\n').map(problemInSpanish).join(' ')}`,
    remedy: 'Corrija estos campos y traiga de nuevo el paquete.',
  },
  'file-missing': {
    reason: (subject) => `manifest.json nombra «${subject}», pero no está en el paquete.`,
    remedy: 'Ponga ahí el archivo, o corrija su "path" en "files".',
  },
  'file-empty': { reason: (subject) => `«${subject}» no tiene ningún byte.`, remedy: fetchAgain },
  'file-short': {
    reason: (subject, detail) =>
      `«${subject}» está cortado: tiene ${inPlaceOf(detail, 'no')}, como dice manifest.json.`,
    remedy: fetchAgain,
  },
  'file-long': {
    reason: (subject, detail) =>
      `«${subject}» no es el archivo que describe manifest.json: tiene ${inPlaceOf(detail, 'no')}.`,
    remedy: 'Ponga ahí el archivo correcto, o corrija su "bytes" y su "sha256" en "files".',
  },
  'file-unreadable': {
    reason: (subject, detail) => `No se pudo leer «${subject}» del disco (${detail}).`,
    remedy: 'Compruebe que la unidad sigue conectada y traiga de nuevo el paquete.',
  },
  'wrong-hash': {
    reason: (subject, detail) =>
      `«${subject}» está dañado o cambiado: su SHA-256 es ${detail}, y manifest.json dice otro.`,
    remedy: 'Consiga de nuevo el archivo, o corrija su "sha256" en "files" si lo cambió usted.',
  },
  'not-onnx': {
    reason: (subject) => `«${subject}» se llama como un modelo ONNX, pero contiene otra cosa.`,
    remedy: 'Ábralo en un editor de texto: una página web o una nota dentro indica que la descarga falló.',
  },
  'only-a-pointer': {
    reason: (subject) => `«${subject}» es un puntero de Git LFS de unas líneas, no el modelo.`,
    remedy: 'Ejecute `git lfs pull` en su repositorio, o use el botón de descarga de su página web.',
  },
  'onnx-truncated': { reason: (subject) => `«${subject}» acaba a mitad del modelo.`, remedy: fetchAgain },
  'external-data': {
    reason: (subject, detail) =>
      `«${subject}» guarda pesos en otro archivo, ${detail}, que no forma parte de lo que se trajo.`,
    remedy:
      'Póngalo junto al modelo y añádalo a "files" de manifest.json con kind "data", o guarde todo en un archivo; en Python: onnx.save(onnx.load("model.onnx"), "one-file.onnx").',
  },
  'model-too-large': {
    reason: (subject, detail) =>
      `«${subject}» tiene ${detail}; en un navegador, WebAssembly admite 2 GiB en total.`,
    remedy: 'Use una versión más pequeña o cuantizada del modelo (float16 o int8).',
  },
  'input-missing': {
    reason: (subject, detail) =>
      `"input.name" es "${subject}", pero el modelo no tiene esa entrada; tiene: ${detail}.`,
    remedy: 'Corrija "input.name" en manifest.json.',
  },
  'output-missing': {
    reason: (subject, detail) =>
      `El manifiesto nombra la salida "${subject}", pero el modelo no tiene ninguna con ese nombre; tiene: ${detail}.`,
    remedy: 'Corrija el nombre en "output" de manifest.json.',
  },
  'missing-operator': {
    reason: (subject, detail) =>
      `«${subject}» usa un operador que le falta al entorno de ejecución del navegador: ${detail}`,
    remedy: 'Expórtelo con operadores estándar de opset 21 o anterior, sin operadores propios.',
  },
  'model-refused': {
    reason: (subject, detail) => `El entorno de ejecución del navegador rechazó «${subject}»: ${detail}`,
    remedy: 'Abra el original en su propio programa y expórtelo de nuevo a ONNX.',
  },
  'no-memory': {
    reason: (subject, detail) => `El navegador no tuvo memoria suficiente para «${subject}» (${detail}).`,
    remedy:
      'Cierre otras pestañas y programas e inténtelo de nuevo, o use una versión más pequeña o cuantizada del modelo.',
  },
  'output-misfit': {
    reason: (_, detail) => `La salida del modelo no encaja con el manifiesto: ${detail}`,
    remedy: 'Corrija "labels" (su número y orden) u "output.decoder" en manifest.json.',
  },
  'boxes-misfit': {
    reason: (subject, fault) =>
      `Los recuadros de «${subject}» no pueden ser correctos: ${boxFaults[fault] ?? ''} Con ellos no se podría tapar a nadie.`,
    remedy:
      'Declare lo que da el modelo: "boxes": "fractions" en "output" de manifest.json si cuenta de 0 a 1, y el "decoder" que lee sus cuatro números; o expórtelo con los recuadros en píxeles de su entrada.',
  },
  'trial-failed': {
    reason: (subject, detail) => `«${subject}» falló con su primera imagen: ${detail}`,
    remedy: 'Revise "input" en manifest.json: nombre, disposición, tipo, ancho y alto.',
  },
  'trial-stalled': {
    reason: (subject) => `«${subject}» no respondió en cinco minutos.`,
    remedy: 'Es demasiado lento para este equipo, o se ha atascado. Use un modelo más pequeño.',
  },
  'zip-damaged': {
    reason: (subject, detail) => `«${subject}» no es un archivo .zip completo: ${detail}`,
    remedy: fetchAgain,
  },
  'zip-path': {
    reason: (subject, detail) =>
      `«${subject}» contiene un archivo llamado «${detail}», que apunta fuera del .zip.`,
    remedy: 'No se fíe de este archivo; pida otro a quien lo hizo.',
  },
  'zip-encrypted': {
    reason: (subject) => `«${subject}» está protegido con una contraseña.`,
    remedy: 'Descomprímalo con la contraseña y suelte la carpeta.',
  },
  'zip-method': {
    reason: (subject, detail) =>
      `«${subject}» está comprimido de un modo que el navegador no sabe descomprimir (${detail}).`,
    remedy: 'Descomprímalo con otro programa y suelte la carpeta.',
  },
  'zip-too-many': {
    reason: (subject, detail) => `«${subject}» contiene ${detail} archivos; un paquete tiene unos pocos.`,
    remedy: unpack,
  },
  'zip-bomb': {
    reason: (subject, detail) =>
      `«${subject}» ocuparía al descomprimirse mucho más de lo que necesita un modelo (${detail}).`,
    remedy: 'No se fíe de este archivo; pida otro a quien lo hizo.',
  },
  'zip-nested': {
    reason: (subject, detail) =>
      `«${subject}» no tiene ningún manifest.json en su primer nivel ni en su única carpeta, pero «${detail}» está más adentro.`,
    remedy: unpack,
  },
  'zip-in-zip': {
    reason: (subject, detail) =>
      `«${subject}» no contiene ningún paquete, sino «${detail}», que es a su vez un archivo comprimido.`,
    remedy: 'Descomprímalo y suelte el archivo o la carpeta que hay dentro.',
  },
  'no-model': {
    reason: (subject) => `«${subject}» no contiene ni manifest.json ni un modelo .onnx.`,
    remedy:
      'Un paquete tiene ambos en su primer nivel. Un modelo en otro formato debe exportarse antes a ONNX.',
  },
  'several-models': {
    reason: (subject, detail) =>
      `«${subject}» no tiene manifest.json y sí ${detail} archivos .onnx, así que no está claro cuál es.`,
    remedy: 'Suelte solo uno de los archivos .onnx, o añada un manifest.json que nombre uno.',
  },
  'not-for-images': {
    reason: (subject, detail) =>
      `«${subject}» no admite como entrada una imagen de tres colores; sus entradas son: ${detail}.`,
    remedy: 'Expórtelo con una entrada de imagen de forma [1, 3, alto, ancho] o [1, alto, ancho, 3].',
  },
  'unknown-task': {
    reason: (subject, detail) =>
      `«${subject}» se exportó para la tarea "${detail}", que aquí no se puede leer.`,
    remedy: 'Sirven detectores y clasificadores: exporte un modelo de tarea "detect" o "classify".',
  },
  'no-decoder': {
    reason: (subject, detail) =>
      `«${subject}» da sus respuestas en una forma que aquí no se puede leer; sus salidas son: ${detail}.`,
    remedy:
      'Expórtelo con sus cabezas unidas en una sola salida, como la dan YOLO, RT-DETR o un clasificador; docs/model-packs.md enumera las formas.',
  },
  busy: {
    reason: (subject) =>
      `Se está trayendo otro modelo, aquí o en otra pestaña, así que «${subject}» tiene que esperar.`,
    remedy: 'Deje que termine el otro e inténtelo de nuevo.',
  },
  'storage-full': {
    reason: (subject) => `No queda sitio para «${subject}» en este navegador.`,
    remedy: 'Libere espacio en el disco, o quite un modelo que no use, y traiga de nuevo el paquete.',
  },
  'storage-failed': {
    reason: (subject, detail) => `El navegador no pudo guardar «${subject}» (${detail}).`,
    remedy:
      'Una ventana privada no guarda archivos: use una normal. Si no, recargue la página e inténtelo de nuevo.',
  },
};
