import type { LateMessages } from '../english/late.ts';
import type { Formats } from '../formats.ts';

export const understandInSpanish = (f: Formats): LateMessages['understand'] => ({
  title: 'Comprender',
  lead: (deployments, cameraDays, sequences) =>
    `${f.counted(deployments, 'despliegue', 'despliegues')}, ${f.counted(cameraDays, 'día de cámara', 'días de cámara')}, ${f.counted(sequences, 'secuencia', 'secuencias')}.`,
  checked: (share) => `El ${share} de las secuencias está revisado; el resto es palabra de la máquina.`,
  empty: {
    title: 'Aún no hay nada que comprender',
    text: 'Clasifique primero una carpeta en la página Fotos. Aquí aparecerán entonces gráficos de quién estuvo, cuándo y con qué frecuencia.',
    link: 'Ir a las fotos',
  },
  views: {
    label: 'Qué mirar',
    wildlife: 'Fauna',
    effort: 'Cámaras',
    evaluation: 'La máquina',
    species: 'Notas de especies',
  },
  figure: {
    table: 'Como tabla',
    save: (format, title) => `Guardar «${title}» como ${format}`,
    saveAs: 'Guardar como',
    pictureFailed: 'Este navegador no pudo dibujar la imagen. Guárdela como SVG.',
  },
  photo: {
    close: 'Cerrar',
    alternative: (path) => `Foto ${path}`,
  },
  activity: {
    title: 'Quién viene cuándo',
    note: 'Las barras cuentan eventos según el reloj de las cámaras. La curva es una densidad de núcleo sobre el círculo, y su banda lo que la muestra deja abierto (95 %, bootstrap); se dibuja a partir de diez eventos.',
    shaded:
      'Sombreado: la noche y, más claro, el crepúsculo (sol hasta 12° bajo el horizonte) en los días del muestreo.',
    unshaded: 'El día y la noche se sombrean cuando los despliegues tienen coordenadas y zona horaria.',
    scale: 'Escala vertical',
    own: 'propia de cada uno',
    shared: 'la misma para todos',
    more: (count) => `Mostrar ${f.counted(count, 'tipo más', 'tipos más')}`,
    fewer: 'Mostrar menos',
    none: 'Ningún evento de un animal tiene una hora utilizable.',
  },
  accumulation: {
    none: 'Aún no hay ningún animal identificado hasta la especie. Nombre especies en la revisión, o use un modelo que las conozca, y aquí aparecerá su curva.',
  },
  map: {
    none: 'Ningún despliegue tiene coordenadas todavía. Indíquelas en una tabla de estaciones y aquí aparecerá un mapa.',
  },
  evaluation: {
    none: 'Aún no hay ninguna secuencia revisada. Revise algunas, mejor al azar, y aquí se verá hasta dónde confiar en la máquina.',
    caution:
      'Estas cifras valen para secuencias como las revisadas. Quien revisa solo aquello de lo que la máquina dudaba la hace parecer peor de lo que es.',
    few: (needed) =>
      `Con tan pocas revisiones, el acierto queda abierto en más de 5 puntos porcentuales; bastarían unas ${f.count(needed)}.`,
    cell: (count, truth, predicted) =>
      `${f.counted(count, 'secuencia', 'secuencias')}: una persona dice ${truth}, la máquina dijo ${predicted}. Mostrar fotos`,
    cellTitle: (truth, predicted) => `Una persona dice ${truth}, la máquina dijo ${predicted}`,
    losses: 'Más segura de lo erróneo',
    lossesNote:
      'Las secuencias revisadas en las que la máquina dio menos a lo que ve una persona. Algunas serán deslices de quien revisó.',
    lossesNone: 'La máquina y las revisiones coinciden en todo.',
    loss: (truth, predicted, score) => `${truth}, tomado por ${predicted} (${score})`,
    close: 'Cerrar las fotos',
    shownOf: (shown, all) => `${f.count(shown)} de ${f.counted(all, 'secuencia', 'secuencias')}`,
  },
  species: {
    lead: 'Una ficha por tipo, con sus propias notas. Las notas se guardan con este muestreo en este navegador.',
    none: 'Aún no se ha encontrado ningún animal.',
    taxonomy: 'Taxonomía',
    events: (events, low, high) => `${f.counted(events, 'evento', 'eventos')} (95 %: de ${low} a ${high})`,
    photos: (photos, deployments) =>
      `en ${f.counted(photos, 'foto', 'fotos')} de ${f.counted(deployments, 'despliegue', 'despliegues')}`,
    best: (name) => `Mejores fotos de ${name}`,
    noPhotos: 'No se guardan miniaturas.',
    starred: 'con estrella',
    notes: (name) => `Sus notas sobre ${name}`,
    notesHint: 'Lo que quiera recordar',
    saved: 'Guardado',
    facts: 'Datos',
    bringFacts: 'Traer datos de un archivo CSV',
    factsHint:
      'Una primera columna llamada scientificName y las columnas propias que quiera: estado, dieta, peso. No se descarga nada.',
    factsTaken: (rows, matched) =>
      `${f.counted(rows, 'fila leída', 'filas leídas')}, ${f.count(matched)} de tipos de este muestreo.`,
    factsWithoutName:
      'El archivo no tiene ninguna columna llamada scientificName, así que no se sabe de qué son sus datos.',
    factsEmpty: 'El archivo no tiene filas.',
    forgetFacts: 'Olvidar estos datos',
  },
});
