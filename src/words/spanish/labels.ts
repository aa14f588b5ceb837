import type { Messages } from '../english.ts';

export const labelsInSpanish = (): Messages['labels'] => ({
  animal: 'animal',
  person: 'persona',
  vehicle: 'vehículo',
  blank: 'vacía',
  unknown: 'desconocido',
});
