import type { CatalogueId } from '../../core/models/pack/modelCatalogue.ts';

/** What a catalogue says of a public model, as its publisher describes it. */
export interface CatalogueTexts {
  /** What for, in a sentence. */
  purpose: string;
  classes: string;
  size: string;
  licence: string;
  /** Figures as published, with what they were measured on where that is said. */
  accuracy: string;
  /** Where the figures stand. */
  accuracySource: string;
  howToGet: string;
}

/** The texts of every entry in one language; loaded with the page of models, not with the app. */
export type CatalogueWords = Readonly<Record<CatalogueId, CatalogueTexts>>;

const threeClasses = 'animal, person, vehicle';
const relative =
  'relative to MDv5a on the author’s own validation photos; he publishes no absolute figures, on purpose';
const releaseNotes = 'agentmorris/MegaDetector, docs/release-notes/mdv1000-release.md';
const zooTable = 'microsoft/CameraTraps, docs/model_zoo/megadetector.md';

function convert(what: string): string {
  return `No ONNX file was found; ${what}`;
}

const ultralytics =
  'the checkpoint is converted with Ultralytics: yolo export model=<file> format=onnx imgsz=<its size>.';

export const catalogueInEnglish: CatalogueWords = {
  mdV5a: {
    purpose: 'The detector most surveys have used: finds animals, people and vehicles. Heavy for a laptop.',
    classes: threeClasses,
    size: '139.9 M parameters, input 1280; ONNX 534 to 560 MB, int8 134 MB',
    licence: 'code MIT; weights GPL by its own release table, AGPL-3.0 by Microsoft’s model zoo',
    accuracy: 'mAR 81.7, mAP50 92.0.',
    accuracySource: zooTable,
    howToGet: 'Ready as ONNX in a release of bencevans/megadetector-onnx (v0.2.0).',
  },
  redwood: {
    purpose: 'The most accurate of the v1000 family; as heavy as v5a.',
    classes: threeClasses,
    size: 'YOLOv5x6, 209.8 GFLOPs, input 1280',
    licence: 'GPL',
    accuracy: `Normalised average precision 1.009, ${relative}.`,
    accuracySource: releaseNotes,
    howToGet: 'Ready as ONNX in a release of bencevans/megadetector-onnx (v0.3.0).',
  },
  cedar: {
    purpose: 'Nearly as accurate as v5a at twice its speed.',
    classes: threeClasses,
    size: 'YOLOv9c, 102.1 GFLOPs, input 640',
    licence: 'GPL',
    accuracy: `Normalised average precision 0.991, ${relative}.`,
    accuracySource: releaseNotes,
    howToGet: convert('convert the checkpoint with the export script of the YOLOv9 it was trained with.'),
  },
  larch: {
    purpose: 'A middle way: 2.4 times as fast as v5a.',
    classes: threeClasses,
    size: 'YOLO11L, about 25 M parameters, 86.9 GFLOPs, input 640',
    licence: 'AGPL-3.0',
    accuracy: `Normalised average precision 0.969, ${relative}.`,
    accuracySource: releaseNotes,
    howToGet: convert(ultralytics),
  },
  sorrel: {
    purpose: 'The most accuracy for its size, and seven times as fast as v5a: a good choice for a laptop.',
    classes: threeClasses,
    size: 'YOLO11s, about 9 M parameters, about 30 GFLOPs, input 960',
    licence: 'AGPL-3.0',
    accuracy: `Normalised average precision 0.967, ${relative}.`,
    accuracySource: releaseNotes,
    howToGet: convert(ultralytics),
  },
  spruce: {
    purpose: 'The fastest of the family, 12.7 times as fast as v5a, for old laptops.',
    classes: threeClasses,
    size: 'YOLOv5s, 16.5 GFLOPs, input 640; ONNX about 28.5 MB',
    licence: 'GPL',
    accuracy: `Normalised average precision 0.864, ${relative}.`,
    accuracySource: releaseNotes,
    howToGet: convert('convert the checkpoint with YOLOv5’s export.py, --include onnx.'),
  },
  mdV6Mit: {
    purpose: 'A small detector with a licence that allows any use.',
    classes: threeClasses,
    size: '9.7 M parameters, input 640',
    licence: 'MIT',
    accuracy: 'mAR 74.8, mAP50 87.6.',
    accuracySource: zooTable,
    howToGet: convert('load the .ckpt with PytorchWildlife and use torch.onnx.export.'),
  },
  mdV6Apache: {
    purpose: 'A strong detector with a licence that allows any use; needs no suppression of double boxes.',
    classes: threeClasses,
    size: 'RT-DETRv2, 20 M parameters, input 640',
    licence: 'Apache-2.0',
    accuracy: 'mAR 81.1, mAP50 91.0.',
    accuracySource: zooTable,
    howToGet: convert('load the .pth with PytorchWildlife and use torch.onnx.export.'),
  },
  mdV6: {
    purpose: 'The smallest MegaDetector.',
    classes: threeClasses,
    size: '2.3 M parameters, input 1280; ONNX 9.8 MB',
    licence: 'AGPL-3.0',
    accuracy: 'mAR 76.8, mAP50 87.2.',
    accuracySource: zooTable,
    howToGet: `Convert it yourself: ${ultralytics}`,
  },
  speciesNet: {
    purpose: 'Names animals of the whole world, to species where it can and to a higher taxon where not.',
    classes: '2498, of them 2066 species',
    size: 'EfficientNetV2-M, input 480; 214 MB, or 112 MB as float16',
    licence: 'Apache-2.0',
    accuracy: 'No figure is given with the model; it was trained on 44.2 million photos.',
    accuracySource: 'Gadot et al., “To crop or not to crop”',
    howToGet: 'No official ONNX; one made by others is released by zubalis/speciesnet-onnx.',
  },
  deepFaune: {
    purpose: 'Names European mammals, with bird groups. About 1.2 GB, which is much for a browser.',
    classes: '38, and 8 groups of birds',
    size: 'ViT-L/14, input 224; about 1.2 GB',
    licence: 'weights CC BY-SA 4.0, code CeCILL',
    accuracy: 'Per class, for example red deer 96.20 %, roe deer 97.88 %, fox 96.08 %, goat 74.33 %.',
    accuracySource: 'as published by the DeepFaune project',
    howToGet: convert('export the checkpoint with torch.onnx.export, as float16 or int8 to fit.'),
  },
  mbaza: {
    purpose: 'Names the animals of the Serengeti, in the classes of DrivenData’s Hakuna Ma-data.',
    classes: '54',
    size: 'input 512 x 384',
    licence: 'app AGPL-3.0; for the weights none is stated, so ask before you publish with it',
    accuracy: 'None was found.',
    accuracySource: 'no publication of this network is known to us',
    howToGet: 'It is an ONNX file already: serengeti.onnx, linked from the app’s developer guide.',
  },
};
