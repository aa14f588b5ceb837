import type { LateMessages } from '../english/late.ts';
import type { Formats } from '../formats.ts';

type Decisions = LateMessages['decisions'];

const shell = (
  f: Formats,
): Pick<
  Decisions,
  | 'title'
  | 'intro'
  | 'undo'
  | 'redo'
  | 'save'
  | 'sections'
  | 'sequences'
  | 'photos'
  | 'share'
  | 'none'
  | 'name'
  | 'field'
> => ({
  title: 'Decisiones',
  intro:
    'Entre lo que dijo el modelo y sus tablas: cada ajuste muestra al momento lo que cambia, y ninguna foto se vuelve a clasificar.',
  undo: 'Deshacer el ajuste',
  redo: 'Rehacer el ajuste',
  save: (name) => `Guardar ${name}`,
  sections: {
    triage: 'Selección',
    sequences: 'Secuencias y eventos',
    clocks: 'Relojes y estaciones',
    rules: 'Reglas',
    species: 'Especies',
    gate: 'Barrera de personas',
    repeats: 'Repeticiones',
    trust: 'Confianza',
  },
  sequences: 'Secuencias',
  photos: 'Fotos',
  share: 'Parte',
  none: 'ninguno',
  name: 'Su nombre, que se guarda con lo que usted dice',
  field: {
    bySlider: (title) => `${title}, con el control deslizante`,
    standard: (value) => `De fábrica: ${value}.`,
    from: (source) => `Procede de: ${source}.`,
    empty: 'vacío',
    on: 'sí',
    off: 'no',
    back: 'Volver al valor de fábrica',
    backOf: (title) => ` de ${title}`,
    ofModel: (words, value) => `${words}: ${value}`,
    notNumber: (least, most) => `Escriba un número de ${f.decimal(least, 4)} a ${f.decimal(most, 4)}.`,
    notOffset: 'Debe ser como +02:00 o -07:00, o quedar vacío.',
    refused: 'Esto no se puede leer. Nada ha cambiado.',
  },
});

const stations = (f: Formats): Decisions['stations'] => ({
  title: 'Estaciones',
  help: 'Dónde estuvo cada tarjeta de fotos. Dos filas con la misma estación las unen; una segunda fila de la misma carpeta con una hora en «desde» la divide, como cuando se movió una cámara.',
  columns: {
    deployment: 'Carpeta',
    station: 'Estación',
    latitude: 'Latitud',
    longitude: 'Longitud',
    from: 'Desde',
  },
  todo: 'Qué hacer',
  start: 'el comienzo',
  cell: (column, folder) => `${column} de ${folder}`,
  split: 'Dividir',
  remove: 'Quitar',
  removeWhich: (folder, from) => ` ${folder} desde ${from}`,
  read: 'Leer de un archivo CSV',
  back: 'Volver a los nombres de las carpetas',
  problem: (row, text) => `Fila ${f.count(row)}: ${text}`,
  problems: {
    'no-headings': (name) => `Falta la columna «${name}». La primera línea debe nombrar las columnas.`,
    'half-a-place': () => 'Escriba latitud y longitud, o ninguna de las dos.',
    'no-degrees': () => 'Escriba grados decimales, como 33.51 o -117.25.',
    'outside-the-earth': (value) =>
      `${value} no es un grado posible. Compruebe si latitud y longitud están cambiadas.`,
    'no-folder': () => 'Escriba la carpeta de la cámara.',
    'unknown-folder': (name) => `No hay ninguna carpeta «${name}». Copie su nombre o borre la fila.`,
    'no-station': () => 'La estación está vacía. Póngale un nombre.',
    'no-time': (text) => `«${text}» no es una hora. Escríbala como 2021-06-04T18:32:05.`,
    'same-folder': (row) =>
      `La fila ${row} es de la misma carpeta. Borre una de las dos, o dé a esta una hora posterior en «desde» para dividirla.`,
    elsewhere: (row) =>
      `En la fila ${row} la estación está en otro lugar. Dé a ambas filas las mismas coordenadas, o dos nombres.`,
  },
});

const clocks = (f: Formats): Decisions['clocks'] => ({
  title: 'Relojes',
  help: 'Las correcciones se guardan junto a las fotos: ningún archivo cambia, y todo lo que depende de una hora se calcula de nuevo.',
  check: 'Comprobar los relojes por el sol',
  checkHelp:
    'Fotos infrarrojas con el sol alto, o en color en plena noche, delatan un reloj equivocado. Hacen falta las coordenadas y la diferencia con UTC.',
  looking: 'Mirando fotos…',
  notLooked: 'Aún sin mirar.',
  needs: {
    coordinates: 'Sin comprobar: faltan las coordenadas de su estación.',
    zone: 'Sin comprobar: falta la diferencia de su reloj con UTC.',
  },
  tooFew: (judged) =>
    `Solo ${f.counted(judged, 'foto se hizo', 'fotos se hicieron')} con el sol alto o en plena noche: muy pocas para decidir.`,
  fits: (judged) => `Concuerda con el sol: ${f.counted(judged, 'foto mirada', 'fotos miradas')}.`,
  grey: (count) => f.counted(count, 'infrarroja con el sol alto', 'infrarrojas con el sol alto'),
  colour: (count) => `${f.count(count)} en color en plena noche`,
  seen: (parts, judged) => `${parts}, de ${f.counted(judged, 'foto mirada', 'fotos miradas')}.`,
  wrong: 'El reloj o su zona están mal:',
  suspect: 'El reloj puede estar mal:',
  moved: (hours, left) => `Movido ${hours} h, quedarían ${f.count(left)}.`,
  correct: 'Corregir el reloj de',
  corrected: (name) => `${name}, corregido`,
  noFolder: 'Aún no hay ninguna carpeta.',
  stamp: (path) => `La parte inferior de ${path}`,
  inFile: 'Arriba, la parte inferior de una foto con la hora impresa, si la tiene. En el archivo:',
  correctedTo: 'corregida:',
  trueTime: 'Cuándo se tomó de verdad',
  trueTimeHelp:
    'Según un reloj puesto ante la cámara, o una visita que usted anotó: la diferencia de abajo se sigue de ello.',
  outside: 'fuera de todo calendario',
  change: (place) => `cambio ${f.count(place)}`,
  from: 'Desde',
  remove: 'Quitar',
  incomplete: 'Falta algo; hasta entonces no cambia nada.',
  swap: {
    title: 'Día y mes cambiados',
    help: 'Como cuando el 5 de julio se escribió como 7 de mayo.',
    evidence: (both, against) =>
      `${f.counted(both, 'foto tiene una fecha', 'fotos tienen fechas')} con dos lecturas${
        against === 0
          ? '.'
          : `; ${f.counted(against, 'foto solo se lee', 'fotos solo se leen')} como está escrita.`
      }`,
  },
  year: {
    title: 'Año equivocado: años que se suman',
    help: '1 si escribió 2020 en 2021, con día y mes correctos en la foto de arriba.',
    remedy: 'Escriba un número entero.',
  },
  offset: {
    title: 'Diferencia, en segundos',
    help: 'La hora verdadera menos la de la cámara. Una hora de retraso es 3600, una de adelanto -3600.',
    remedy: 'Escriba la diferencia como un número de segundos.',
  },
  drift: {
    title: 'Deriva',
    help: 'Un reloj que adelanta o atrasa, conocido en dos momentos. Las horas de la cámara, corregidas como arriba.',
    first: 'primer momento',
    second: 'segundo momento',
    camera: 'La cámara decía',
    true: 'cuando en realidad era',
    none: 'Sin deriva',
    remedy: 'Dé dos momentos en orden.',
  },
  zone: {
    title: 'Huso horario',
    help: 'Si no es el de todos: -07:00, o un huso como Europe/Madrid, por su diferencia en la primera foto.',
    offset: 'Diferencia con UTC',
    add: 'La cámara cambió de hora sola',
    remedy: 'Escríbalo como +02:00, o elija un huso.',
  },
  saving: {
    title: 'Horario de verano',
    help: 'El lugar cambió sus relojes y la cámara no.',
    went: 'Los relojes se movieron',
    back: '1 hora atrás',
    forward: '1 hora adelante',
    by: (seconds) => `${f.decimal(seconds / 60, 2)} minutos`,
    add: 'Añadir un cambio de hora',
    remedy: 'Dé el momento del cambio.',
  },
});

const sections = (
  f: Formats,
): Pick<Decisions, 'triage' | 'grouping' | 'events' | 'stations' | 'clocks' | 'rules' | 'species'> => ({
  triage: {
    words: {
      review: 'Por revisar: alguien debería mirar',
      held: 'Retenidas: por la barrera de personas',
      accept: 'Aceptadas: la etiqueta vale',
      blank: 'Vacías: apartadas',
    },
    help: 'Lo que nadie necesita mirar, lo que queda retenido y lo que queda para usted: lo dudoso y lo contradictorio.',
    caption: 'Adónde va cada cosa',
  },
  grouping: {
    help: 'Fotos que van juntas: una ráfaga o una visita. Cada programa las agrupa a su manera y por eso cuenta otra cosa.',
    as: 'Agrupar como',
    own: 'a su manera',
    preset: (name, seconds, measured) => `${name}: ${f.count(seconds)} s ${measured}`,
    measured: { previous: 'desde la foto anterior', first: 'desde la primera foto' },
    readIn: (source) => `Leído en ${source}.`,
    sizes: ['1 foto', 'de 2 a 3', 'de 4 a 10', 'de 11 a 50', 'más de 50'],
    total: (count) => `${f.counted(count, 'secuencia', 'secuencias')}.`,
    copies: (count) =>
      `${f.counted(count, 'foto es copia exacta', 'fotos son copias exactas')} de otra y no se cuenta de nuevo.`,
    caption: 'Secuencias por su número de fotos',
  },
  events: {
    title: 'Eventos',
    help: 'Registros de una especie tan separados en el tiempo que cuentan como visitas independientes.',
    caption: 'Lo que vale, por lo que es',
    of: 'De',
    none: 'Aún no hay ningún evento.',
  },
  stations: stations(f),
  clocks: clocks(f),
  rules: {
    title: 'De las fotos a la secuencia',
    mixed: (count) =>
      count === 0
        ? 'En cada secuencia todas las fotos muestran lo mismo, así que ninguna regla cambia aquí una etiqueta.'
        : `En ${f.counted(count, 'secuencia', 'secuencias')} no todas las fotos muestran lo mismo: solo ahí importa la regla.`,
    compare: 'Dos reglas lado a lado',
    one: 'Una regla',
    other: 'La otra',
    inForce: (name) => `${name} (la vigente)`,
    names: {
      mean: 'media de todas las fotos',
      'geometric-mean': 'media geométrica: una foto dudosa pesa más',
      maximum: 'la foto más alta',
      majority: 'parte de las fotos que lo muestran',
      'top-five': 'suma de lo mejor de cada foto (cinco), entre las fotos',
    },
    sure: 'segura',
    unsure: 'insegura',
    same: (count) =>
      `Ambas reglas dicen lo mismo de ${f.counted(count, 'secuencia', 'secuencias')}, de todas.`,
    differ: (count, of) =>
      `Difieren en ${f.count(count)} de ${f.counted(of, 'secuencia', 'secuencias')}. Una etiqueta «segura» vale sin mirar; desde qué puntuación se fija en «Clasificación».`,
    caption: 'Secuencias que las dos reglas deciden de otro modo',
    columns: ['Según una regla', 'Según la otra'],
  },
  species: {
    noKinds:
      'El modelo en uso distingue animales de personas, vehículos y fotos vacías, y no nombra especies. Lo que se ajuste aquí vale con un modelo que sí lo haga.',
    read: 'Leer de un archivo las especies esperadas',
    unknown: (count, names) =>
      `El modelo no conoce ${f.counted(count, 'nombre', 'nombres')}, de modo que nada se puede esperar de ellos: ${names}.`,
    blocked: (count) =>
      `${f.counted(count, 'secuencia lleva', 'secuencias llevan')} un nombre más amplio, porque no se espera el del modelo.`,
    caption: 'Animales por nombre',
    name: 'Nombre',
    noMore: 'animal, nada más preciso',
  },
});

const people = (f: Formats): Pick<Decisions, 'gate' | 'leak' | 'repeats'> => ({
  gate: {
    help: 'Una sola señal de una persona en cualquier foto, de cualquier modelo, retiene la secuencia entera de todo lo que sale de este ordenador, hasta que alguien la mire y la libere. La etiqueta no cuenta: una persona junto a un perro también retiene.',
    states: {
      clear: 'Libres: sin señal de personas',
      machine: 'Retenidas por la máquina',
      human: 'Retenidas por una persona',
      released: 'Liberadas por una persona',
    },
    costs: 'Lo que cuesta la barrera',
    holds: (threshold, photos, share) =>
      `Con ${f.decimal(threshold, 4)} retiene ${f.counted(photos, 'foto', 'fotos')}, el ${f.percent(share)} del total, antes de que nadie mire.`,
    caption: 'Fotos retenidas con cada umbral para personas',
    from: 'Desde una puntuación de',
  },
  leak: {
    title: '¿Se le escapan personas?',
    help: (wanted) =>
      `Secuencias sacadas a suertes de las que la máquina tomó por libres. Diga de cada una si muestra a una persona: lo que encuentre dice cuántas se escapan en todas las demás. ${f.count(wanted)} sin ninguna persona dejan la fuga por debajo del 2 %, con un 95 % de confianza.`,
    statement: (missed, checked, confidence, upper) =>
      `${f.count(missed)} de ${f.count(checked)} comprobadas: con un ${confidence} % de confianza, fuga inferior al ${upper} %.`,
    left: (most, unchecked) =>
      `Son como mucho ${f.counted(most, 'secuencia', 'secuencias')} con una persona entre las ${f.count(unchecked)} sin comprobar.`,
    shown: (shown, of) => `${f.count(shown)} de ${f.counted(of, 'foto', 'fotos')}.`,
    showAll: 'Mostrar todas',
    question: '¿Hay una persona en alguna de ellas?',
    no: 'Ninguna persona',
    yes: 'Una persona',
    undo: 'Deshacer la última respuesta',
    noneClear: 'Ninguna secuencia está libre.',
    allChecked: 'Todas las secuencias libres están comprobadas.',
  },
  repeats: {
    title: 'El mismo recuadro una y otra vez',
    help: 'Un recuadro en el mismo lugar de muchas fotos suele ser una rama o una piedra, y de vez en cuando un animal que duerme allí. Lo que usted confirme ya no cuenta como animal, persona o vehículo; para la barrera de personas sigue contando, porque alguien puede estar delante de la piedra.',
    none: 'Ningún recuadro se repite tanto como para sospechar.',
    suspects: (count) => `${f.counted(count, 'sospechoso', 'sospechosos')}.`,
    first: (count, most) =>
      `${f.counted(count, 'sospechoso', 'sospechosos')}; se muestran los ${f.count(most)} primeros.`,
    takenFor: (label) => `Tomado por: ${label}`,
    one: (label, photos, deployment) => `${label}, ${f.counted(photos, 'foto', 'fotos')} de ${deployment}`,
    question: '¿Qué es?',
    nothing: 'Nada',
    real: 'De verdad',
  },
});

const trust = (f: Formats): Decisions['trust'] => ({
  title: 'Hasta dónde fiarse',
  help: 'Medido con lo que usted nombró en este muestreo, secuencia a secuencia, o con una tabla suya. Los números entre paréntesis son intervalos del 95 %: tan anchos como pequeña es la muestra.',
  read: 'Leer lo que hay en las fotos de un archivo CSV (columnas «file» y «species», o parecidas)',
  unreadable: 'La tabla necesita una columna que nombre los archivos y otra que diga qué hay en ellos.',
  rows: (count) => `${f.counted(count, 'foto', 'fotos')} en la tabla.`,
  missing: (count) => `${f.counted(count, 'de ellas no está', 'de ellas no están')} en este muestreo.`,
  forget: 'Olvidar la tabla',
  table: {
    slips: 'Nombres desconocidos. Mientras no se corrijan, cada uno cuenta como un animal de ese nombre:',
    meant: (word, meant, photos) =>
      `«${word}»: ¿quiso decir «${meant}»? (${f.counted(photos, 'foto', 'fotos')})`,
    readAs: (meant) => `Leer como «${meant}»`,
    instead: (word) => ` en lugar de «${word}»`,
    others: (names) =>
      `Desconocidos para el modelo, cada uno contado como un animal de ese nombre: ${names}.`,
    named: (word, photos) => `${word} (${f.count(photos)})`,
    more: (count) => `${f.count(count)} más`,
  },
  nothing: 'Aún no hay con qué medir: nombre lo que hay en algunas secuencias, mejor sacadas al azar.',
  tooFew: (cases, margin, needed) =>
    `Muy pocas para fiarse: ${f.counted(cases, 'secuencia lo dice', 'secuencias lo dicen')} con un margen de ${f.percent(margin, 1)}. Hacen falta unas ${f.count(needed)} para 5 puntos porcentuales.`,
  measured: (share, count, of, low, high) =>
    `${f.percent(share, 1)} (${f.count(count)} de ${f.count(of)}; de ${f.percent(low, 1)} a ${f.percent(high, 1)})`,
  right: (measured, loss, error) =>
    `Acertadas: ${measured}. Pérdida logarítmica: ${loss}. Las puntuaciones se desvían un ${f.percent(error, 1)} de media.`,
  unknown: 'desconocida',
  target: (threshold, right, automated) =>
    `Desde una puntuación de ${threshold} aciertan ${right}, y nadie necesita mirar ${automated}.`,
  notSure: 'La muestra es demasiado pequeña para estar seguro.',
  saved: (hours, low, high, photos) =>
    `Eso le ahorra ${hours} horas (de ${low} a ${high}) con ${f.counted(photos, 'foto', 'fotos')} de este muestreo.`,
  take: (threshold) => `Dar por buenas las etiquetas desde ${threshold}`,
  noThreshold: (accuracy) => `Ningún umbral alcanza el ${f.percent(accuracy, 1)} con esta muestra.`,
  confusion: 'Qué se tomó por qué',
  confusionCaption: 'Secuencias: hacia abajo, lo que muestran; a lo ancho, lo que dijo el modelo',
  byLabel: 'Por etiqueta',
  byLabelColumns: ['Precisión', 'Exhaustividad', 'Valor F1', 'Umbral'],
  mean: 'media',
  scores: 'Las puntuaciones frente a la verdad',
  calibration: 'Calibración: de puntuaciones como estas, cuántas aciertan',
  calibrationColumns: ['Puntuación', 'Media', 'Aciertan'],
  bin: (from, to) => `de ${f.decimal(from, 1)} a ${f.decimal(to, 1)}`,
  coverageOf: 'Acierto frente a cobertura de',
  allLabels: 'todas las etiquetas',
  coverage: 'Lo que vale sin mirar: nunca lo que retiene la barrera de personas',
  losses: 'Los errores más seguros',
  lossesNone: 'Ninguno.',
  lossesHelp: '¿Se equivoca la máquina o la verdad? Cada uno se abre en grande.',
  loss: (truth, predicted, score) => `${truth}, tomada por ${predicted}; la verdad puntuó ${score}`,
});

export const decisionsInSpanish = (f: Formats): Decisions => ({
  ...shell(f),
  ...sections(f),
  ...people(f),
  trust: trust(f),
});
