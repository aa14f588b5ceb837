import type { CatalogueWords } from '../english/modelCatalogue.ts';

const threeClasses = 'animal, persona, vehículo';
const relative =
  'respecto a MDv5a con las fotos de validación del propio autor, que a propósito no publica cifras absolutas';
const releaseNotes = 'agentmorris/MegaDetector, docs/release-notes/mdv1000-release.md';
const zooTable = 'microsoft/CameraTraps, docs/model_zoo/megadetector.md';

function convert(what: string): string {
  return `No se encontró ningún archivo ONNX; ${what}`;
}

const ultralytics =
  'el modelo se convierte con Ultralytics: yolo export model=<archivo> format=onnx imgsz=<su tamaño>.';

export const catalogueInSpanish: CatalogueWords = {
  mdV5a: {
    purpose:
      'El detector que más se ha usado en los muestreos: encuentra animales, personas y vehículos. Pesado para un portátil.',
    classes: threeClasses,
    size: '139,9 M de parámetros, entrada 1280; ONNX de 534 a 560 MB, int8 134 MB',
    licence:
      'código MIT; pesos GPL según la tabla de su publicación, AGPL-3.0 según el catálogo de Microsoft',
    accuracy: 'mAR 81,7; mAP50 92,0.',
    accuracySource: zooTable,
    howToGet: 'Listo como ONNX en una publicación de bencevans/megadetector-onnx (v0.2.0).',
  },
  redwood: {
    purpose: 'El más exacto de la familia v1000; tan pesado como v5a.',
    classes: threeClasses,
    size: 'YOLOv5x6, 209,8 GFLOPs, entrada 1280',
    licence: 'GPL',
    accuracy: `Precisión media normalizada 1,009, ${relative}.`,
    accuracySource: releaseNotes,
    howToGet: 'Listo como ONNX en una publicación de bencevans/megadetector-onnx (v0.3.0).',
  },
  cedar: {
    purpose: 'Casi tan exacto como v5a y el doble de rápido.',
    classes: threeClasses,
    size: 'YOLOv9c, 102,1 GFLOPs, entrada 640',
    licence: 'GPL',
    accuracy: `Precisión media normalizada 0,991, ${relative}.`,
    accuracySource: releaseNotes,
    howToGet: convert('convierta el modelo con el script de exportación del YOLOv9 con el que se entrenó.'),
  },
  larch: {
    purpose: 'Un término medio: 2,4 veces más rápido que v5a.',
    classes: threeClasses,
    size: 'YOLO11L, unos 25 M de parámetros, 86,9 GFLOPs, entrada 640',
    licence: 'AGPL-3.0',
    accuracy: `Precisión media normalizada 0,969, ${relative}.`,
    accuracySource: releaseNotes,
    howToGet: convert(ultralytics),
  },
  sorrel: {
    purpose:
      'El más exacto para su tamaño, y siete veces más rápido que v5a: una buena elección para un portátil.',
    classes: threeClasses,
    size: 'YOLO11s, unos 9 M de parámetros, unos 30 GFLOPs, entrada 960',
    licence: 'AGPL-3.0',
    accuracy: `Precisión media normalizada 0,967, ${relative}.`,
    accuracySource: releaseNotes,
    howToGet: convert(ultralytics),
  },
  spruce: {
    purpose: 'El más rápido de la familia, 12,7 veces más que v5a, para portátiles antiguos.',
    classes: threeClasses,
    size: 'YOLOv5s, 16,5 GFLOPs, entrada 640; ONNX de unos 28,5 MB',
    licence: 'GPL',
    accuracy: `Precisión media normalizada 0,864, ${relative}.`,
    accuracySource: releaseNotes,
    howToGet: convert('convierta el modelo con export.py de YOLOv5, --include onnx.'),
  },
  mdV6Mit: {
    purpose: 'Un detector pequeño con una licencia que permite cualquier uso.',
    classes: threeClasses,
    size: '9,7 M de parámetros, entrada 640',
    licence: 'MIT',
    accuracy: 'mAR 74,8; mAP50 87,6.',
    accuracySource: zooTable,
    howToGet: convert('cargue el .ckpt con PytorchWildlife y use torch.onnx.export.'),
  },
  mdV6Apache: {
    purpose:
      'Un buen detector con una licencia que permite cualquier uso; no necesita suprimir recuadros dobles.',
    classes: threeClasses,
    size: 'RT-DETRv2, 20 M de parámetros, entrada 640',
    licence: 'Apache-2.0',
    accuracy: 'mAR 81,1; mAP50 91,0.',
    accuracySource: zooTable,
    howToGet: convert('cargue el .pth con PytorchWildlife y use torch.onnx.export.'),
  },
  mdV6: {
    purpose: 'El MegaDetector más pequeño.',
    classes: threeClasses,
    size: '2,3 M de parámetros, entrada 1280; ONNX de 9,8 MB',
    licence: 'AGPL-3.0',
    accuracy: 'mAR 76,8; mAP50 87,2.',
    accuracySource: zooTable,
    howToGet: `Conviértalo usted: ${ultralytics}`,
  },
  speciesNet: {
    purpose:
      'Pone nombre a animales de todo el mundo, hasta la especie donde puede y hasta un taxón superior donde no.',
    classes: '2498, de ellas 2066 especies',
    size: 'EfficientNetV2-M, entrada 480; 214 MB, o 112 MB en float16',
    licence: 'Apache-2.0',
    accuracy: 'El modelo no da ninguna cifra; se entrenó con 44,2 millones de fotos.',
    accuracySource: 'Gadot et al., «To crop or not to crop»',
    howToGet: 'No hay ONNX oficial; zubalis/speciesnet-onnx publica uno hecho por otros.',
  },
  deepFaune: {
    purpose:
      'Pone nombre a mamíferos europeos, con grupos de aves. Alrededor de 1,2 GB, que es mucho para un navegador.',
    classes: '38, y 8 grupos de aves',
    size: 'ViT-L/14, entrada 224; alrededor de 1,2 GB',
    licence: 'pesos CC BY-SA 4.0, código CeCILL',
    accuracy: 'Por clase; por ejemplo, ciervo 96,20 %, corzo 97,88 %, zorro 96,08 %, cabra 74,33 %.',
    accuracySource: 'según lo publicado por el proyecto DeepFaune',
    howToGet: convert('exporte el modelo con torch.onnx.export, en float16 o int8 para que quepa.'),
  },
  mbaza: {
    purpose: 'Pone nombre a los animales del Serengueti, con las clases de Hakuna Ma-data de DrivenData.',
    classes: '54',
    size: 'entrada 512 x 384',
    licence:
      'aplicación AGPL-3.0; para los pesos no se indica ninguna, así que pregunte antes de publicar con él',
    accuracy: 'No se encontró ninguna.',
    accuracySource: 'no conocemos ninguna publicación sobre esta red',
    howToGet:
      'Ya es un archivo ONNX: serengeti.onnx, enlazado en la guía para desarrolladores de la aplicación.',
  },
};
