import type { LateMessages } from '../english/late.ts';
import type { Formats } from '../formats.ts';

type Decisions = LateMessages['decisions'];

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

export const clocksInSpanish = (f: Formats): Pick<Decisions, 'stations' | 'clocks'> => ({
  stations: stations(f),
  clocks: clocks(f),
});
