import type { Observation, Provenance } from '../../core/taxa/observation.ts';
import { language } from '../shell/language.svelte.ts';

/** Who said it and why: the rule that decided, or the person and when. */
export function sourceText(provenance: Provenance): string {
  const words = language.words.review;
  if (provenance.by === 'human') {
    const at = language.formats.dateTime(Date.parse(provenance.at) / 1000);
    return words.byHuman(provenance.person, at);
  }
  const models = provenance.models.map(({ id, version }) => `${id} ${version}`);
  return words.byMachine(language.formats.list(models), provenance.rule);
}

/** How many, of what age and sex, doing what: `2, adult, female, foraging`. */
export function attributeText({ count, lifeStage, sex, behaviour }: Observation): string {
  const words = language.words.review;
  return [
    count === null ? '' : language.formats.count(count),
    lifeStage && words.lifeStages[lifeStage],
    sex && words.sexes[sex],
    behaviour,
  ]
    .filter((part) => part)
    .join(', ');
}
