import type { Messages } from '../english.ts';
import type { Formats } from '../formats.ts';

export const shellInSpanish = (f: Formats): Messages['shell'] => ({
  loading: 'Cargando…',
  failed: 'No se pudo cargar esta página. Recargue Fieldsift e inténtelo de nuevo.',
  skip: 'Saltar al contenido',
  pages: 'Páginas',
  surveys: 'Muestreos',
  photos: 'Fotos',
  understand: 'Comprender',
  decisions: 'Decisiones',
  models: 'Modelos',
  language: 'Idioma',
  messages: 'Mensajes',
  dismiss: 'Cerrar',
  restoring: 'Recuperando su última visita…',
  update: 'Actualizar Fieldsift',
  updateAfterRun: 'Actualizar al terminar',
  offlineReady: 'Listo para trabajar sin conexión',
  offlineNotReady: 'Aún no guardado para uso sin conexión',
  dropHere: 'Suelte la carpeta para clasificarla',
  droppedPhotos: 'Fotos soltadas',
  sharedPhotos: 'Fotos compartidas',
  shared: {
    question: (files) =>
      files === 1
        ? 'Se compartió 1 archivo con Fieldsift'
        : `Se compartieron ${f.count(files)} archivos con Fieldsift`,
    text: 'Añádalos solo si los compartió usted: puede haberlos enviado un sitio web.',
    add: 'Añadir al muestreo',
    throwAway: 'Descartar',
  },
  licences: 'Licencias',
  install: 'Instalar Fieldsift',
  chooseFolder: 'Elegir una carpeta',
  folderRefused: (detail) => `El navegador no abrió esa carpeta (${detail}). Suéltela en esta página.`,
  private:
    'Ninguna foto sale de este equipo: la propia política de seguridad de la página le prohíbe conectarse a cualquier sitio que no sea el de su origen.',
  version: (version, model, license) => `Fieldsift ${version}, con el modelo ${model} (${license}).`,
  kept: (used, quota) => `${f.bytes(used)} guardados en este navegador, de ${f.bytes(quota)} permitidos.`,
  setAside: (count, names) =>
    `${f.counted(count, 'registro', 'registros')} de sus muestreos no se ${count === 1 ? 'puede' : 'pueden'} leer y se ${count === 1 ? 'omite' : 'omiten'}: ${names}. No se ha borrado nada.`,
  unopened: {
    title: (survey) => `«${survey}» no se puede abrir`,
    why: (reason) => `No se puede leer lo que hay guardado (${reason}). No se ha cambiado ni borrado nada.`,
    another: 'Abrir otro muestreo',
    begin: 'Empezar un muestreo nuevo',
    save: 'Guardar lo que hay',
    remove: 'Borrarlo',
    warning: 'Lo que se borra no se puede recuperar. Guarde antes lo que hay.',
    keep: 'Conservarlo',
    sure: 'Borrarlo para siempre',
  },
  broken: {
    title: 'Esta página no se puede mostrar',
    why: (reason) => `Algo ha fallado (${reason}). No se pierde nada de lo guardado.`,
    again: 'Intentar de nuevo',
    surveys: 'Ir a sus muestreos',
    back: 'Ir al muestreo',
  },
  manage: 'Ver y borrar',
  saving: {
    full: 'El disco está lleno, o este navegador no permite más. Libere espacio o elija otro lugar y guarde de nuevo. No se conservó nada a medias.',
    readOnly: 'En ese lugar no se puede escribir. Elija otra carpeta, por ejemplo una de sus documentos.',
    gone: 'Ese lugar ya no está. Compruebe que la unidad siga conectada, o elija otra carpeta.',
    withdrawn: 'Se retuvieron fotos mientras se guardaban, así que no se conservó nada. Guarde de nuevo.',
  },
  protected: 'Protegido contra el borrado.',
  protect: 'Proteger contra el borrado',
  protectGranted: 'El navegador conservará sus resultados hasta que usted los borre.',
  protectRefused:
    'El navegador no ha prometido conservar sus resultados. Instalar Fieldsift suele convencerlo; hasta entonces, guarde sus tablas.',
});
