import type { LateMessages } from '../english/late.ts';
import type { Formats } from '../formats.ts';

const unreadable: LateMessages['imports']['unreadable'] = {
  empty: () => 'El archivo está vacío: 0 bytes. Expórtelo de nuevo.',
  'cut-off': () => 'El archivo termina antes de tiempo: cópielo de nuevo.',
  'damaged-json': () => 'El archivo no es JSON o está dañado. Expórtelo de nuevo y no lo edite a mano.',
  'no-results': () => 'El archivo no contiene resultados.',
  'no-categories': () => 'Sin «detection_categories», el archivo no contiene resultados de MegaDetector.',
  'no-package': () => 'No hay ningún datapackage.json: elija la carpeta o el .zip que lo contiene.',
  'damaged-package': () => 'El datapackage.json no es JSON o está dañado.',
  'package-lacks': (path) => `Al paquete le falta «${path}».`,
  'no-project': () => 'No es un archivo de proyecto de Fieldsift.',
  'damaged-line': (line) => `La línea ${line} del archivo está dañada.`,
  'odd-lines': (lines) =>
    `No son como las de un archivo de proyecto: línea ${lines}. No se ha importado nada. Guarde de nuevo el proyecto donde se hizo y no lo edite a mano.`,
  'newer-project': () => 'El archivo de proyecto es de una versión más nueva. Actualice la aplicación.',
  coco: () =>
    'Es un archivo COCO, que aún no se lee: exporte JSON de MegaDetector, Camtrap DP o una tabla CSV.',
  'not-yet-looked-at': () =>
    'Es una lista de fotos para SpeciesNet, no lo que dijo de ellas. Elija sus predicciones.',
  'other-json': () =>
    'Este JSON no es de MegaDetector ni de SpeciesNet, ni un datapackage.json de Camtrap DP.',
  workbook: () => 'Es un libro de una hoja de cálculo. Guarde la hoja como CSV y elija ese archivo.',
  database: () =>
    'Es una base de datos. Exporte su tabla como CSV (en Timelapse: File, Export) y elija ese archivo.',
  photo: () => 'Es una foto. Suelte su carpeta para clasificarla.',
  'not-text': () => 'El archivo no es una tabla, ni JSON, ni un proyecto de Fieldsift.',
  'no-table': () => 'La tabla no tiene filas bajo sus encabezados.',
  'no-file-column': () => 'Ninguna columna de la tabla nombra fotos. Elija la que lo hace.',
  'no-places': () => 'La tabla no tiene columnas con coordenadas y su carpeta o estación.',
  archive: () => 'El .zip no contiene ni un paquete Camtrap DP ni un modelo.',
  'archive-encrypted': () => 'El .zip está cifrado: descomprímalo y elija lo que contiene.',
  'archive-outside': (path) => `El .zip nombra un archivo fuera de sí mismo (${path}), así que no se abre.`,
  'archive-bomb': () =>
    'El contenido del .zip es mucho mayor que el .zip: descomprímalo y elija lo que contiene.',
  'archive-too-many': () => 'Hay demasiadas tablas en el .zip: descomprímalo y elija una.',
  'damaged-archive': (detail) => `El .zip no se puede descomprimir: ${detail}`,
  unreadable: (detail) =>
    `El archivo no se puede leer del disco (${detail}). Compruebe que el disco sigue conectado.`,
};

export const importsInSpanish = (f: Formats): LateMessages['imports'] => ({
  title: 'Importar',
  about:
    'Resultados de MegaDetector o SpeciesNet, un paquete Camtrap DP, una tabla CSV de etiquetas o de estaciones, o un archivo de proyecto de otro portátil. Suéltelo en cualquier lugar o elíjalo aquí. Las fotos se encuentran por el final de su ruta.',
  choose: 'Elegir archivos',
  noSurvey: 'Aún no hay fotos. Suelte primero su carpeta; solo un archivo de proyecto trae su propia lista.',
  reading: (name) => `Leyendo ${name}`,
  taking: (name) => `Importando ${name}`,
  stop: 'Detener',
  close: 'Cerrar',
  skip: 'Este no',
  unreadable,
  refused: (name) => `${name} no se ha importado.`,
  busy: 'Se están clasificando fotos. Espere a que termine, o cancele, y luego importe.',
  matched: (matched, all) =>
    `${f.count(matched)} de ${f.counted(all, 'foto', 'fotos')} del archivo ${matched === 1 ? 'está' : 'están'} en este muestreo.`,
  nothingMatches: 'Nada del archivo es una foto de este muestreo, así que no hay nada que importar.',
  saveUnmatched: 'Guardar esta lista como CSV',
  unmatched: (names) => `${f.counted(names, 'nombre', 'nombres')} sin foto aquí`,
  reasons: {
    'not found': 'no está en este muestreo',
    'several fit': 'pueden ser varias fotos',
    taken: 'otro nombre encaja mejor con su foto',
    unopened: 'su carpeta no está abierta, así que no se conoce su contenido',
    'no-folder': 'ninguna carpeta se llama así',
    'no-time': 'ninguna foto suya tiene hora aún: clasifíquela antes',
  },
  more: (names) => `${f.count(names)} más.`,
  row: (row) => `Fila ${f.count(row)}`,
  results: {
    kind: 'Resultados de una máquina',
    about: 'Se convierten en un modelo más: elíjalo en «Modelos», combínelo con otros o quítelo.',
    model: 'Modelo',
    classes: 'Clases',
    failures: (photos) => `Falló en ${f.counted(photos, 'foto', 'fotos')}; se dejan como están.`,
    known: 'Ya se importaron resultados de este modelo: estos se añaden a aquellos.',
    take: 'Importar resultados',
  },
  table: {
    kind: 'Tabla de etiquetas',
    about:
      'Cada etiqueta se convierte en una revisión a nombre de quien la puso. Las columnas son una suposición: compruébelas.',
    fields: {
      file: 'Nombre o ruta de la foto',
      folder: 'Carpeta, si va aparte',
      species: 'Qué hay en la foto',
      count: 'Cuántos',
      person: 'Quién lo dijo',
      time: 'Cuándo se dijo',
      note: 'Nota',
    },
    none: 'ninguna columna',
    needsFile: 'Elija la columna que nombra las fotos.',
    needsSpecies: 'Elija la columna que dice qué hay en ellas.',
    preview: 'Primeras filas',
    column: (column) => `Columna ${f.count(column)}`,
    toAdd: (labels, known) =>
      `${f.counted(labels, 'etiqueta', 'etiquetas')} por añadir${known === 0 ? '' : `; ${f.count(known)} ya se conocían`}.`,
    slips: 'Corríjalas en el archivo, o entrarán como animales de ese nombre:',
    slip: (word, meant, photos) =>
      `«${word}»: ¿quiso decir «${meant}»? (${f.counted(photos, 'foto', 'fotos')})`,
    passedOver: (rows) => `${f.counted(rows, 'fila', 'filas')} sin nada que usar`,
    problems: { 'no photo': 'no nombra ninguna foto', 'no word': 'no dice nada de la foto' },
    take: 'Importar etiquetas',
  },
  package: {
    kind: 'Paquete Camtrap DP',
    labels: (labels, known) =>
      `${f.counted(labels, 'etiqueta', 'etiquetas')} de personas${known === 0 ? '' : `, y ${f.count(known)} que ya se conocían`}.`,
    results: (model, photos) => `Lo que ${model} dijo de ${f.counted(photos, 'foto', 'fotos')}.`,
    places: (places) => `Dónde estuvo cada una de ${f.counted(places, 'cámara', 'cámaras')}.`,
    take: 'Importar el paquete',
  },
  places: {
    kind: 'Tabla de estaciones',
    found: (folders) =>
      `Estaciones y coordenadas de ${f.counted(folders, 'carpeta', 'carpetas')} de este muestreo.`,
    offsets: (folders) =>
      `Diferencia con UTC de ${f.counted(folders, 'reloj', 'relojes')}. De una zona con nombre vale la de la primera foto de la carpeta.`,
    none: 'Ninguna fila es de una carpeta de este muestreo.',
    problems: {
      'no-name': 'no nombra ninguna carpeta ni estación',
      coordinates: 'las coordenadas no son grados decimales',
      zone: 'la zona horaria no es una diferencia como +02:00 ni un nombre como Africa/Nairobi',
    },
    folder: 'Carpeta',
    station: 'Estación',
    position: 'Posición',
    take: 'Importar estaciones',
  },
  project: {
    kind: 'Archivo de proyecto',
    holds: (photos, reviews) =>
      `${f.counted(photos, 'foto', 'fotos')} y ${f.counted(reviews, 'revisión', 'revisiones')}, con lo que dijeron los modelos y los ajustes.`,
    starts: 'Se abre como un muestreo de este portátil.',
    merges: (survey) => `Se une a «${survey}»: se conserva todo de ambos, en cualquier orden.`,
    absent: (photos) =>
      `${f.counted(photos, 'foto aún no está', 'fotos aún no están')} en este portátil: suelte su carpeta cuando la tenga.`,
    fresh: (reviews) => `${f.counted(reviews, 'revisión', 'revisiones')} que aquí no se conocían.`,
    conflicts: (conflicts) =>
      `${f.counted(conflicts, 'cosa en la que', 'cosas en las que')} las dos partes difieren`,
    later: 'Se conservan ambas; vale la posterior, en negrita.',
    what: 'Foto o ajuste',
    here: 'Aquí',
    there: 'En el archivo',
    take: 'Abrir el proyecto',
  },
  letGo: {
    asks: (sequences) =>
      `Este archivo dejaría salir ${f.counted(sequences, 'secuencia retenida', 'secuencias retenidas')}.`,
    until:
      'Mientras usted no lo acepte, siguen retenidas: se omiten los ajustes, revisiones y resultados de máquina que las dejarían salir, y se importa todo lo demás.',
    agree: 'Dejarlas salir',
  },
  report: {
    title: 'Importado',
    differing: (results) =>
      `${f.counted(results, 'resultado de máquina dice', 'resultados de máquina dicen')} algo distinto de lo que hay aquí: lo de aquí se queda.`,
    heldBack: (sequences) =>
      `El archivo dejaría salir ${f.counted(sequences, 'secuencia retenida', 'secuencias retenidas')}. ${sequences === 1 ? 'Sigue retenida' : 'Siguen retenidas'}: se ha omitido lo que lo permitiría. Importe el archivo de nuevo para aceptarlo.`,
    labels: (added, known) =>
      `${f.counted(added, 'etiqueta añadida', 'etiquetas añadidas')}${known === 0 ? '' : `; ${f.count(known)} ya se conocían`}.`,
    results: (model, photos) =>
      `${model}: guardados los resultados de ${f.counted(photos, 'foto', 'fotos')}.`,
    places: (places) => `Puesto el lugar de ${f.counted(places, 'carpeta', 'carpetas')}.`,
    merged: {
      added: (things) => `Añadido: ${f.list(things)}.`,
      known: (things) => `Ya estaba: ${f.list(things)}.`,
      nothing: 'Nada nuevo.',
      things: {
        photos: ['foto', 'fotos'],
        results: ['resultado', 'resultados'],
        labels: ['etiqueta', 'etiquetas'],
        settings: ['ajuste', 'ajustes'],
        notes: ['nota', 'notas'],
        others: ['otra revisión', 'otras revisiones'],
      },
    },
    use: 'Usar estos resultados',
    inUse: 'Estos resultados están en uso.',
    busy: 'Se podrán usar cuando termine la clasificación.',
  },
});
