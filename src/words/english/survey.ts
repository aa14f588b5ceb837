import type { Formats } from '../formats.ts';

export const surveyInEnglish = (f: Formats) => ({
  settings: 'Settings',
  save: 'Save',
  gap: 'Longest gap in a sequence, in seconds',
  gapHelp: 'Default 60, as MegaDetector groups: a photo at most this long after the one before it joins it.',
  from: (role: string, score: number) => `${role} from a score of ${f.percent(score)}`,
  fromHelp: (score: number) => `Default ${f.percent(score)}, the model’s own.`,
  sequences: 'Sequences',
  filter: 'Show sequences with',
  all: 'all',
  empty: 'Sequences appear here as soon as the first photos are sifted.',
  none: (label: string) => `No sequence is labelled ${label} at these thresholds.`,
  imports: {
    open: 'Import…',
    openProject: 'Open a project file of another laptop…',
    elsewhere: 'Photos of these folders are on another laptop.',
    dropThem:
      'All that was said of them is here. To see them, drop the folder, under whatever name it has now.',
  },
  delete: {
    button: 'Start over…',
    question: 'Start over with an empty survey?',
    text: 'This survey’s list of photos and its settings are deleted from this browser. Your photos are not touched, and what the model said of them is remembered: dropped again, they are done in a moment.',
    keep: 'Keep it',
    confirm: 'Start over',
  },
});
