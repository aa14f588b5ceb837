import type { LateMessages } from '../english/late.ts';
import type { Formats } from '../formats.ts';
import { clocksInSpanish } from './clocks.ts';

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
    wouldOpen: (count) =>
      `Aquí dejaría salir ${f.counted(count, 'secuencia retenida', 'secuencias retenidas')}.`,
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
  ...clocksInSpanish(f),
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
  coverage:
    'Acierto frente a cobertura: lo que vale sin mirar; nunca lo que retiene la barrera de personas o lo que sus fotos contradicen',
  losses: 'Los errores más seguros',
  lossesNone: 'La máquina acierta en todo.',
  lossesHelp:
    'Mire si se equivoca la máquina o la verdad: cada uno se abre en grande, y allí puede nombrar lo que muestra de verdad.',
  loss: (truth, predicted, score) => `${truth}, tomada por ${predicted}; la verdad puntuó ${score}`,
});

export const decisionsInSpanish = (f: Formats): Decisions => ({
  ...shell(f),
  ...sections(f),
  ...people(f),
  trust: trust(f),
});
