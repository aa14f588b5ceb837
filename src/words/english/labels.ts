/** What photos are taken for, as people say it. */
export const labelsInEnglish = () => ({
  animal: 'animal',
  person: 'person',
  vehicle: 'vehicle',
  blank: 'blank',
  unknown: 'unknown',
});
