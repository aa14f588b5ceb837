import type { ChartWords } from '../english/charts.ts';
import type { Formats } from '../formats.ts';

export const chartsInSpanish = (f: Formats): ChartWords => ({
  interval: 'intervalo del 95 %',
  species: {
    title: 'Quién estuvo',
    note: (events, kinds) =>
      `Eventos independientes en escala logarítmica, con intervalos de Poisson exactos del 95 %; n = ${f.counted(events, 'evento', 'eventos')} de ${f.counted(kinds, 'tipo', 'tipos')}`,
    axis: 'eventos independientes',
    legendEvents: 'eventos, con su intervalo del 95 %',
    legendConfirmed: 'de ellos, nombrados por una persona',
    summary: (name, events, low, high, confirmed) =>
      `Lo más visto: ${name}, en ${f.counted(events, 'evento', 'eventos')} (de ${low} a ${high}); una persona nombró el ${confirmed} de todos los eventos.`,
    columns: {
      label: 'etiqueta',
      commonName: 'nombre común',
      events: 'eventos',
      low: 'eventos, mínimo',
      high: 'eventos, máximo',
      rate: 'eventos por 100 días de cámara',
      confirmed: 'eventos nombrados por una persona',
      individuals: 'individuos, al menos',
      photos: 'fotos',
      deployments: 'despliegues',
    },
  },
  activity: {
    note: (n) => `Eventos por hora del reloj; n = ${f.counted(n, 'evento', 'eventos')}`,
    axis: 'hora del día',
    vertical: 'eventos por hora',
    summary: (name, n, from, to, share) =>
      `${name}: el ${share} de ${f.counted(n, 'evento', 'eventos')} entre las ${from}:00 y las ${to}:00.`,
    none: (name) => `${name}: ningún evento con hora utilizable.`,
    columns: {
      hour: 'hora',
      events: 'eventos',
      density: 'densidad, eventos por hora',
      low: 'densidad, mínimo',
      high: 'densidad, máximo',
    },
  },
  calendar: {
    title: 'Cuándo trabajó cada cámara',
    note: (days, deployments) =>
      `Más oscuro con más eventos independientes de animales; n = ${f.counted(days, 'día de cámara', 'días de cámara')} de ${f.counted(deployments, 'despliegue', 'despliegues')}`,
    bin: (days) => (days === 1 ? 'una marca por día' : `una marca por ${f.count(days)} días`),
    events: (events) => f.counted(events, 'evento', 'eventos'),
    summary: (from, to, detections) =>
      `Del ${from} al ${to} hubo ${f.counted(detections, 'evento', 'eventos')} de animales.`,
    silence: (station, days, from) =>
      `El silencio más largo: ${station}, ${f.counted(days, 'día', 'días')} sin fotos desde el ${from}.`,
    noSilence: 'Ninguna cámara calló más de dos días.',
    undated: 'Ninguna foto tiene una hora utilizable.',
    columns: {
      deployment: 'despliegue',
      station: 'estación',
      first: 'primer día',
      last: 'último día',
      cameraDays: 'días de cámara',
      daysWithPhotos: 'días con fotos',
      longestSilence: 'silencio más largo, días',
      photos: 'fotos',
      detections: 'eventos de animales',
    },
  },
  accumulation: {
    title: 'Cómo creció la lista de especies',
    note: (units) =>
      `Especies esperadas tras tantas noches de trampa, en cualquier orden (rarefacción exacta), con bandas del 95 %; n = ${f.counted(units, 'noche de trampa', 'noches de trampa')}`,
    axis: 'noches de trampa',
    vertical: 'especies',
    estimated: (species) => `al menos ${species} en total (Chao2)`,
    summary: (observed, units, estimated) =>
      `${f.counted(observed, 'especie', 'especies')} en ${f.counted(units, 'noche de trampa', 'noches de trampa')}; según Chao2 hay al menos ${estimated}.`,
    columns: { units: 'noches de trampa', species: 'especies', low: 'mínimo', high: 'máximo' },
  },
  map: {
    title: 'Dónde estaban las cámaras',
    note: (placed, all) =>
      `Círculos según los eventos independientes de animales, sin mapa de fondo; n = ${placed} de ${f.counted(all, 'despliegue', 'despliegues')} con coordenadas`,
    summary: (placed, station, detections) =>
      `${f.counted(placed, 'despliegue tiene', 'despliegues tienen')} coordenadas; la mayoría de los eventos de animales fue en ${station} (${f.count(detections)}).`,
    metres: (metres) => (metres < 1000 ? `${f.count(metres)} m` : `${f.count(metres / 1000)} km`),
    north: 'N',
    columns: {
      deployment: 'despliegue',
      station: 'estación',
      latitude: 'latitud',
      longitude: 'longitud',
      detections: 'eventos de animales',
    },
  },
  calibration: {
    title: '¿Se puede creer la puntuación?',
    note: (n) =>
      `Proporción de aciertos según la puntuación, con intervalos exactos del 95 %; sobre la línea, una puntuación del 80 % acierta el 80 % de las veces; n = ${f.counted(n, 'secuencia revisada', 'secuencias revisadas')}`,
    axis: 'puntuación de la máquina',
    vertical: 'aciertos',
    summary: (n, distance) =>
      `En ${f.counted(n, 'secuencia revisada', 'secuencias revisadas')} la puntuación se aparta un ${distance} de media.`,
    columns: {
      from: 'puntuación desde',
      to: 'puntuación hasta',
      meanScore: 'puntuación media',
      right: 'aciertos',
      of: 'de',
      share: 'proporción de aciertos',
      low: 'mínimo',
      high: 'máximo',
    },
  },
  coverage: {
    title: 'Qué aceptar sin mirar',
    note: (n) =>
      `Acierto de las respuestas a partir de una puntuación, frente a la proporción de secuencias que abarcan; n = ${f.counted(n, 'secuencia revisada', 'secuencias revisadas')}`,
    axis: 'aceptadas sin mirar',
    vertical: 'aciertos entre ellas',
    summary: (threshold, covered, accuracy, low, high) =>
      `A partir de una puntuación del ${threshold}, el ${covered} de las secuencias se aceptaría sin mirar, y acierta el ${accuracy} (del ${low} al ${high}).`,
    nothing: (threshold) => `Ninguna secuencia revisada llega a una puntuación del ${threshold}.`,
    cursor: 'Aceptar respuestas desde una puntuación de',
    use: 'Usar esta puntuación en el triaje',
    used: (score) => `El triaje usa ahora ${score}.`,
    inUse: 'El triaje usa esta puntuación.',
    columns: {
      threshold: 'puntuación',
      covered: 'aceptadas',
      of: 'de',
      right: 'aciertos',
      accuracy: 'proporción de aciertos',
      low: 'mínimo',
      high: 'máximo',
    },
  },
  confusion: {
    title: 'Qué se tomó por qué',
    note: (n) =>
      `Filas: lo que dice una persona; columnas: lo que dijo la máquina; n = ${f.counted(n, 'secuencia revisada', 'secuencias revisadas')}`,
    summary: (right, low, high) => `El ${right} de las secuencias se nombró bien (del ${low} al ${high}).`,
    truth: 'una persona dice',
    predicted: 'la máquina dijo',
  },
});
