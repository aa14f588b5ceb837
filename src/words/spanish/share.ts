import type { Messages } from '../english.ts';
import type { Formats } from '../formats.ts';

export const shareInSpanish = (f: Formats): Messages['share'] => ({
  open: 'Compartir copias…',
  title: 'Copias para compartir',
  about:
    'Las personas que los modelos encontraron se cubren o se excluyen; ningún modelo encuentra a todas. Las copias se hacen solo con los píxeles: sin Exif, sin lugar, sin número de serie. Sus fotos no se tocan.',
  people: 'Personas',
  vehicles: 'Vehículos',
  cover: 'Cubiertas',
  leaveOut: 'Fotos excluidas',
  show: 'A la vista',
  margin: 'Cubierto más allá del recuadro',
  marginNote:
    'Los recuadros pueden dejar fuera un brazo o un sombrero. Parte del tamaño del recuadro, a cada lado; al principio, 25 %.',
  infoBar: 'Recortado al pie',
  infoBarNote:
    'Una barra de datos puede llevar un lugar o un nombre. Parte de la altura de la foto; al principio, nada.',
  folders: 'Carpetas',
  folderKinds: { none: 'Todas juntas', label: 'Por etiqueta', deployment: 'Por despliegue' },
  size: 'Lado más largo',
  ownSize: 'Sin cambios',
  pixels: (pixels) => `${f.count(pixels)} px`,
  neutralNames: 'Numerar las copias en lugar de usar los nombres de las fotos',
  captureTimes: 'Escribir las horas de captura en el informe',
  ready: (photos, covered) =>
    `${f.counted(photos, 'foto', 'fotos')} por copiar, ${f.count(covered)} con algo cubierto.`,
  nothing: 'Todavía no se puede compartir nada.',
  leftOut: {
    held: (photos) => `${f.count(photos)} excluidas: retenidas por el filtro de personas.`,
    unseen: (photos) => `${f.count(photos)} excluidas: no vistas por ningún modelo.`,
    people: (photos) => `${f.count(photos)} excluidas: muestran personas.`,
    vehicles: (photos) => `${f.count(photos)} excluidas: muestran vehículos.`,
    'no-box': (photos) =>
      `${f.count(photos)} excluidas: muestran personas o vehículos, pero nadie sabe dónde.`,
  },
  unsifted: (photos) =>
    `${f.counted(photos, 'foto está', 'fotos están')} sin clasificar. Alguna puede mostrar a una persona en una secuencia que parece libre, así que las copias esperan a que todas estén hechas.`,
  warning:
    'Ningún modelo encuentra a todas las personas. Revise las copias antes de entregarlas y compruebe una muestra de las secuencias libres para saber cuántas personas se escapan.',
  intoFolder: 'En una carpeta…',
  asZip: 'Como zip…',
  close: 'Cerrar',
  cancel: 'Detener',
  progress: (done, total) => `Copiando ${f.count(done)} de ${f.count(total)}`,
  done: (shared) => `${f.counted(shared, 'copia hecha', 'copias hechas')}, con report.json a su lado.`,
  failed: (failed) => `${f.count(failed)} no se pudieron copiar; el informe dice por qué.`,
  folderGone: (photos) =>
    `${f.counted(photos, 'foto no se pudo', 'fotos no se pudieron')} copiar porque la carpeta de las fotos ya no está. Ábrala de nuevo y haga las copias otra vez.`,
  stopped: 'Detenido antes del final. Lo hecho está completo y figura en el informe.',
  problem: (detail) => `No se pudieron escribir las copias: ${detail}`,
});
