import type { Formats } from '../formats.ts';

/** The words on charts, in their tables and in the sentences that stand for them. */
export const chartsInEnglish = (f: Formats) => ({
  interval: '95 % interval',
  species: {
    title: 'Who was there',
    note: (events: number, kinds: number) =>
      `Independent events on a logarithmic scale, with exact 95 % Poisson intervals; n = ${f.counted(events, 'event', 'events')} of ${f.counted(kinds, 'kind', 'kinds')}`,
    axis: 'independent events',
    legendEvents: 'events, with their 95 % interval',
    legendConfirmed: 'of these, named by a person',
    summary: (name: string, events: number, low: string, high: string, confirmed: string) =>
      `Most often seen: ${name}, in ${f.counted(events, 'event', 'events')} (${low} to ${high}); ${confirmed} of all events were named by a person.`,
    columns: {
      label: 'label',
      commonName: 'common name',
      events: 'events',
      low: 'events, low',
      high: 'events, high',
      rate: 'events per 100 camera days',
      confirmed: 'events named by a person',
      individuals: 'individuals, at least',
      photos: 'photos',
      deployments: 'deployments',
    },
  },
  activity: {
    note: (n: number) => `Events per hour of the clock; n = ${f.counted(n, 'event', 'events')}`,
    axis: 'hour of the day',
    vertical: 'events per hour',
    summary: (name: string, n: number, from: number, to: number, share: string) =>
      `${name}: ${share} of ${f.counted(n, 'event', 'events')} between ${from}:00 and ${to}:00.`,
    none: (name: string) => `${name}: no event with a usable time.`,
    columns: {
      hour: 'hour',
      events: 'events',
      density: 'density, events per hour',
      low: 'density, low',
      high: 'density, high',
    },
  },
  calendar: {
    title: 'When each camera worked',
    note: (days: number, deployments: number) =>
      `Darker with more independent events of animals; n = ${f.counted(days, 'camera day', 'camera days')} of ${f.counted(deployments, 'deployment', 'deployments')}`,
    bin: (days: number) => (days === 1 ? 'one mark a day' : `one mark for ${f.count(days)} days`),
    events: (events: number) => f.counted(events, 'event', 'events'),
    summary: (from: string, to: string, detections: number) =>
      `From ${from} to ${to} there were ${f.counted(detections, 'event', 'events')} of animals.`,
    silence: (station: string, days: number, from: string) =>
      `The longest silence: ${station}, ${f.counted(days, 'day', 'days')} without a photo from ${from} on.`,
    noSilence: 'No camera was silent for more than two days.',
    undated: 'No photo has a usable time.',
    columns: {
      deployment: 'deployment',
      station: 'station',
      first: 'first day',
      last: 'last day',
      cameraDays: 'camera days',
      daysWithPhotos: 'days with photos',
      longestSilence: 'longest silence, days',
      photos: 'photos',
      detections: 'events of animals',
    },
  },
  accumulation: {
    title: 'How the list of species grew',
    note: (units: number) =>
      `Species expected after so many trap nights, taken in any order (exact rarefaction), with 95 % bands; n = ${f.counted(units, 'trap night', 'trap nights')}`,
    axis: 'trap nights',
    vertical: 'species',
    estimated: (species: string) => `at least ${species} in all (Chao2)`,
    summary: (observed: number, units: number, estimated: string) =>
      `${f.counted(observed, 'species', 'species')} in ${f.counted(units, 'trap night', 'trap nights')}; by Chao2 there are at least ${estimated}.`,
    columns: { units: 'trap nights', species: 'species', low: 'low', high: 'high' },
  },
  map: {
    title: 'Where the cameras stood',
    note: (placed: number, all: number) =>
      `Circles by the number of independent events of animals, without a background map; n = ${placed} of ${f.counted(all, 'deployment', 'deployments')} with coordinates`,
    summary: (placed: number, station: string, detections: number) =>
      `${f.counted(placed, 'deployment has', 'deployments have')} coordinates; most events of animals were at ${station} (${f.count(detections)}).`,
    metres: (metres: number) => (metres < 1000 ? `${f.count(metres)} m` : `${f.count(metres / 1000)} km`),
    north: 'N',
    columns: {
      deployment: 'deployment',
      station: 'station',
      latitude: 'latitude',
      longitude: 'longitude',
      detections: 'events of animals',
    },
  },
  calibration: {
    title: 'Can the score be believed?',
    note: (n: number) =>
      `Share of right answers by score, with exact 95 % intervals; on the line, a score of 80 % is right 80 % of the time; n = ${f.counted(n, 'reviewed sequence', 'reviewed sequences')}`,
    axis: 'score of the machine',
    vertical: 'right answers',
    summary: (n: number, distance: string) =>
      `On ${f.counted(n, 'reviewed sequence', 'reviewed sequences')} the score is off by ${distance} on average.`,
    columns: {
      from: 'score from',
      to: 'score to',
      meanScore: 'mean score',
      right: 'right',
      of: 'of',
      share: 'share right',
      low: 'low',
      high: 'high',
    },
  },
  coverage: {
    title: 'What to take without a look',
    note: (n: number) =>
      `Accuracy of the answers from a score on, against the share of sequences they cover; n = ${f.counted(n, 'reviewed sequence', 'reviewed sequences')}`,
    axis: 'taken without a look',
    vertical: 'right of those',
    summary: (threshold: string, covered: string, accuracy: string, low: string, high: string) =>
      `From a score of ${threshold} on, ${covered} of the sequences would be taken without a look, and ${accuracy} of those are right (${low} to ${high}).`,
    nothing: (threshold: string) => `No reviewed sequence has a score of ${threshold} or more.`,
    cursor: 'Take answers from a score of',
    use: 'Use this score in the triage',
    used: (score: string) => `The triage uses ${score} now.`,
    inUse: 'The triage uses this score.',
    columns: {
      threshold: 'score',
      covered: 'taken',
      of: 'of',
      right: 'right',
      accuracy: 'share right',
      low: 'low',
      high: 'high',
    },
  },
  confusion: {
    title: 'What was taken for what',
    note: (n: number) =>
      `Rows: what a person says; columns: what the machine said; n = ${f.counted(n, 'reviewed sequence', 'reviewed sequences')}`,
    summary: (right: string, low: string, high: string) =>
      `${right} of the sequences were named right (${low} to ${high}).`,
    truth: 'a person says',
    predicted: 'the machine said',
  },
});

export type ChartWords = ReturnType<typeof chartsInEnglish>;
