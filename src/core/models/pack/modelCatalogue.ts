/** A public model worth having; what is said of it is in the message catalogue. */
export interface CatalogueEntry {
  id: CatalogueId;
  name: string;
  links: readonly { text: string; url: string }[];
}

export type CatalogueId =
  | 'mdV5a'
  | 'redwood'
  | 'cedar'
  | 'larch'
  | 'sorrel'
  | 'spruce'
  | 'mdV6Mit'
  | 'mdV6Apache'
  | 'mdV6'
  | 'speciesNet'
  | 'deepFaune'
  | 'mbaza';

const mdRepository = { text: 'agentmorris/MegaDetector', url: 'https://github.com/agentmorris/MegaDetector' };
const zooRepository = { text: 'microsoft/CameraTraps', url: 'https://github.com/microsoft/CameraTraps' };
const onnxRepository = {
  text: 'bencevans/megadetector-onnx',
  url: 'https://github.com/bencevans/megadetector-onnx',
};

/** Models worth having, detectors first. Nothing here was measured again, and nothing is fetched. */
export const modelCatalogue: readonly CatalogueEntry[] = [
  { id: 'mdV5a', name: 'MegaDetector v5a', links: [onnxRepository, mdRepository] },
  { id: 'redwood', name: 'MegaDetector v1000-redwood', links: [onnxRepository, mdRepository] },
  { id: 'cedar', name: 'MegaDetector v1000-cedar', links: [mdRepository] },
  { id: 'larch', name: 'MegaDetector v1000-larch', links: [mdRepository] },
  { id: 'sorrel', name: 'MegaDetector v1000-sorrel', links: [mdRepository] },
  { id: 'spruce', name: 'MegaDetector v1000-spruce', links: [mdRepository] },
  { id: 'mdV6Mit', name: 'MegaDetector v6, MIT (yolov9-c)', links: [zooRepository] },
  { id: 'mdV6Apache', name: 'MegaDetector v6, Apache (rtdetr-c)', links: [zooRepository] },
  { id: 'mdV6', name: 'MegaDetector v6 (yolov10-c)', links: [zooRepository] },
  {
    id: 'speciesNet',
    name: 'SpeciesNet 4.0.x (a: on crops, b: on whole photos)',
    links: [
      { text: 'google/cameratrapai', url: 'https://github.com/google/cameratrapai' },
      { text: 'zubalis/speciesnet-onnx', url: 'https://github.com/zubalis/speciesnet-onnx' },
    ],
  },
  { id: 'deepFaune', name: 'DeepFaune 1.4', links: [] },
  {
    id: 'mbaza',
    name: 'Mbaza, Serengeti',
    links: [{ text: 'Appsilon/mbaza', url: 'https://github.com/Appsilon/mbaza' }],
  },
];
