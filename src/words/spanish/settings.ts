import type { SettingWords } from '../english/settings.ts';

const ofModel = 'el propio del modelo';
const score = 'puntuación, 0-1';
const modelSource = 'el modelo, medido por quien lo hizo';
const pooling = 'M. S. Norouzzadeh y otros 2018 y los ganadores de Hakuna Ma-data, que promedian';
const elimination = 'lo que trae MegaDetector (RepeatDetectionOptions)';
const untilTrust = 'esta aplicación, hasta que sus propias etiquetas digan algo mejor en «Confianza»';

const rules = {
  mean: 'media de todas las fotos',
  'geometric-mean': 'media geométrica: una foto dudosa pesa más',
  maximum: 'la foto más alta',
  majority: 'parte de las fotos que lo muestran',
  'top-five': 'suma de lo mejor de cada foto (cinco), entre las fotos',
};

const grouping = (): Record<string, SettingWords> => ({
  zone: {
    title: 'Diferencia de todos los relojes con UTC',
    unit: 'horas y minutos',
    help: 'Cuánto iban los relojes de las cámaras por delante de UTC, como +02:00 o -07:00. No mueve ninguna hora; dice a qué momento se refiere cada una.',
    source: 'nadie: la zona se pregunta y nunca se adivina',
  },
  gap: {
    title: 'Mayor intervalo dentro de una secuencia',
    unit: 'segundos',
    help: 'Una foto que llega como mucho este tiempo después de la anterior se une a su secuencia.',
    source: 'lo que usa MegaDetector (create_sequences)',
  },
  'sequence.from': {
    title: 'El intervalo se mide desde',
    help: 'Desde la foto anterior, para que una visita de cualquier duración quede junta; o desde la primera foto de la secuencia.',
    source: 'lo que usa MegaDetector (create_sequences)',
    choices: { previous: 'la foto anterior', first: 'la primera foto' },
  },
  'sequence.longest': {
    title: 'Secuencia más larga',
    unit: 'segundos',
    help: 'De su primera foto a la última; una más larga se divide.',
    source: 'MegaDetector, que no tiene límite',
    emptyMeans: 'sin límite',
  },
  'sequence.camera': {
    title: 'Creer las ráfagas de la propia cámara',
    help: 'Donde la cámara escribió «2 de 3, evento 238», como hacen las Reconyx, sus ráfagas quedan enteras y las fotos a intervalos, aparte.',
    source: 'esta aplicación: la cámara lo sabe mejor',
  },
});

const repeats = (): Record<string, SettingWords> => ({
  'repeat.overlap': {
    title: 'Los recuadros son el mismo desde un solape de',
    unit: 'intersección entre unión, 0-1',
    help: 'Cuánto deben cubrirse dos recuadros para ser de la misma cosa.',
    source: elimination,
  },
  'repeat.photos': {
    title: 'Sospechar desde',
    unit: 'fotos de una instalación',
    help: 'En cuántas fotos de una instalación debe hallarse el mismo recuadro.',
    source: elimination,
  },
  'repeat.score': {
    title: 'Recuadros que cuentan, desde',
    unit: score,
    help: 'Los recuadros por debajo de esta puntuación no cuentan.',
    source: elimination,
  },
  'repeat.area': {
    title: 'Recuadro más grande',
    unit: 'parte de la foto, 0-1',
    help: 'Un animal que llena la imagen no es una rama.',
    source: elimination,
  },
});

const threshold = (title: string, what: string): SettingWords => ({
  title,
  unit: score,
  help: `Una foto muestra ${what} cuando la puntuación del modelo llega al menos a esto.`,
  source: modelSource,
  emptyMeans: ofModel,
});

const naming = (): Record<string, SettingWords> => ({
  animal: threshold('Animal desde', 'un animal'),
  person: threshold('Persona desde', 'una persona'),
  vehicle: threshold('Vehículo desde', 'un vehículo'),
  'rule.animal': {
    title: 'Animales en una secuencia',
    help: 'Cómo las puntuaciones de las fotos se hacen una. Una persona cuenta siempre por la foto más alta; vacía es solo lo que lo es en cada foto.',
    source: pooling,
    choices: rules,
  },
  'rule.vehicle': {
    title: 'Vehículos en una secuencia',
    help: 'Lo mismo para vehículos.',
    source: pooling,
    choices: rules,
  },
  'rule.species': {
    title: 'Especies en una secuencia',
    help: 'Cómo las puntuaciones que un clasificador da a cada foto se hacen una por especie.',
    source: pooling,
    choices: rules,
  },
  'species.believe': {
    title: 'Nombre creíble desde',
    unit: score,
    help: 'Por debajo se prueban los nombres más amplios cuyas especies la alcanzan juntas: género, familia, orden, clase.',
    source: 'SpeciesNet y AddaxAI: 0,65',
  },
  'species.smoothing': {
    title: 'Suavizado',
    help: 'Hasta dónde unos pocos nombres raros de una secuencia siguen a los muchos que los rodean.',
    source: 'esta aplicación: sin él; «normal» es el de MegaDetector, los otros son de AddaxAI',
    choices: {
      off: 'sin suavizado',
      mild: 'leve',
      normal: 'normal, como MegaDetector',
      aggressive: 'fuerte',
    },
  },
  'species.checklist': {
    title: 'Especies esperadas',
    unit: 'un nombre por línea',
    help: 'Un nombre que aquí no se espera se sustituye por el más próximo y más amplio que sí. Vale cualquier grafía y cualquier nombre más amplio; otros nombres de la misma especie van al lado con «=» entre ellos. Vacío: todo se espera.',
    source: 'nadie: sin una lista no se descarta nada',
  },
});

const gate = (): Record<string, SettingWords> => ({
  'gate.person': {
    title: 'Retenida desde una puntuación de persona de',
    unit: score,
    help: 'Una secuencia se retiene cuando algún modelo ve a una persona desde esta puntuación en cualquiera de sus fotos.',
    source: 'el umbral prudente del modelo, medido por quien lo hizo',
    emptyMeans: ofModel,
  },
  'gate.vehicles': {
    title: 'Retener también vehículos',
    help: 'Las matrículas se leen, y por las ventanillas se ven caras.',
    source: 'esta aplicación: solo si se pide',
  },
  'gate.vehicle': {
    title: 'Retenida desde una puntuación de vehículo de',
    unit: score,
    help: 'Lo mismo para vehículos, donde se retienen.',
    source: 'el umbral prudente del modelo, medido por quien lo hizo',
    emptyMeans: ofModel,
  },
  'gate.neighbours': {
    title: 'Vecinas retenidas a menos de',
    unit: 'segundos',
    help: 'También se retienen las secuencias de la misma cámara con una foto así de cerca de una persona. 0 no retiene ninguna.',
    source: 'esta aplicación: ninguna, hasta que la comprobación de fugas diga otra cosa',
  },
});

const triage = (): Record<string, SettingWords> => ({
  'triage.accept': {
    title: 'La etiqueta vale desde',
    unit: score,
    help: 'Una etiqueta más segura que esto vale sin mirar.',
    source: untilTrust,
  },
  'triage.blank': {
    title: 'Vacía apartada desde',
    unit: score,
    help: 'Una foto vacía más segura que esto se aparta sin mirar.',
    source: untilTrust,
  },
  'triage.disagreement': {
    title: 'Mayor desacuerdo',
    unit: 'parte de las fotos, 0-1',
    help: 'Cuando más fotos que estas contradicen la etiqueta más frecuente, alguien debería mirar.',
    source: 'esta aplicación: la mitad',
  },
});

const events = (): Record<string, SettingWords> => ({
  'event.minutes': {
    title: 'Tiempo entre eventos independientes',
    unit: 'minutos',
    help: 'Los registros de una especie en un lugar que están más cerca que esto cuentan como una visita.',
    source: 'O’Brien, Kinnaird y Wibisono 2003: media hora; el valor propio de camtrapR es 0',
  },
  'event.compared': {
    title: 'El tiempo se mide desde',
    help: 'Desde el último evento, de modo que un animal residente se cuenta una y otra vez; o desde el último registro, de modo que tuvo que haberse ido.',
    source: 'lo que ofrece camtrapR (deltaTimeComparedTo)',
    choices: { 'last-independent-record': 'el último evento', 'last-record': 'el último registro' },
  },
  'event.once': {
    title: 'Un registro por segundo',
    help: 'De varios registros de una especie en el mismo segundo cuenta uno.',
    source: 'lo que hace camtrapR (removeDuplicateRecords)',
  },
  'event.per': {
    title: 'Eventos contados por',
    help: 'Por estación, dos cámaras que vigilan un sendero ven una visita; por instalación, cada una ve la suya.',
    source: 'Camtrap DP, cuyos eventos son de instalaciones',
    choices: { deployment: 'instalación', station: 'estación' },
  },
});

const trust = (): Record<string, SettingWords> => ({
  'trust.accuracy': {
    title: 'Etiquetas que deben acertar',
    unit: 'parte, 0-1',
    help: 'Lo que se toma sin mirar debe acertar con esta frecuencia.',
    source: 'M. S. Norouzzadeh y otros 2018: el acierto de los voluntarios de Snapshot Serengeti',
  },
  'trust.seconds': {
    title: 'Su tiempo por foto',
    unit: 'segundos',
    help: 'Cuánto tarda usted en mirar una foto y nombrar lo que hay en ella.',
    source:
      'más o menos lo que calculan M. S. Norouzzadeh y otros 2018: 17.000 horas para 3,1 millones de fotos',
  },
});

/** In the order of the settings themselves. */
export const settingsInSpanish = (): Readonly<Record<string, SettingWords>> => ({
  ...grouping(),
  ...repeats(),
  ...naming(),
  ...gate(),
  ...triage(),
  ...events(),
  ...trust(),
});
