import type { SequenceMeasure } from './sequence.ts';

/** How another program groups photos, to be chosen by its name. */
export interface SequencePreset {
  id: string;
  /** The program. */
  name: string;
  /** Longest gap that still joins, in seconds. */
  gapSeconds: number;
  measuredFrom: SequenceMeasure;
  /** Where the number was read: a public repository and file, or a page. */
  source: string;
}

/** From the shortest gap to the longest. */
export const sequencePresets: readonly SequencePreset[] = [
  {
    id: 'animl',
    name: 'Animl bursts',
    gapSeconds: 2,
    measuredFrom: 'previous',
    source: 'tnc-ca-geo/animl-frontend, BurstsPanel.jsx',
  },
  {
    id: 'deepfaune',
    name: 'DeepFaune',
    gapSeconds: 10,
    measuredFrom: 'previous',
    source: 'DeepFaune 1.4, README; there a gap of exactly 10 s no longer joins',
  },
  {
    id: 'megadetector',
    name: 'MegaDetector',
    gapSeconds: 60,
    measuredFrom: 'previous',
    source: 'agentmorris/MegaDetector, megadetector/data_management/cct_json_utils.py (create_sequences)',
  },
  {
    id: 'animl-py',
    name: 'animl-py',
    gapSeconds: 60,
    measuredFrom: 'first',
    source: 'conservationtechlab/animl-py, src/animl/file_management.py (sequence_calculation)',
  },
  {
    id: 'timelapse',
    name: 'Timelapse episodes',
    gapSeconds: 120,
    measuredFrom: 'previous',
    source: 'saulgreenberg/Timelapse, Constant.cs (EpisodeDefaults)',
  },
  {
    id: 'addaxai',
    name: 'AddaxAI',
    gapSeconds: 1800,
    measuredFrom: 'previous',
    source: 'PetervanLunteren/AddaxAI, backend/app/services/event_clustering.py',
  },
];
