import type { SpeciesFacts } from '../../core/taxa/speciesFacts.ts';
import type { SurveyState } from '../survey/surveyState.svelte.ts';

/** Keeps a person's note on one kind of animal with the open survey; an empty one is forgotten. */
export function keepNote(state: SurveyState, label: string, text: string): Promise<void> {
  return state.store.change((survey) => {
    const others = Object.entries(survey.speciesNotes ?? {}).filter(([known]) => known !== label);
    const notes = text.trim() === '' ? others : [...others, [label, text] as const];
    return { ...survey, speciesNotes: Object.fromEntries(notes) };
  });
}

/** Keeps facts with the open survey, in place of those it had; null forgets them. */
export function keepFacts(state: SurveyState, facts: SpeciesFacts | null): Promise<void> {
  return state.store.change((survey) => {
    const changed = { ...survey };
    delete changed.speciesFacts;
    return facts ? { ...changed, speciesFacts: facts } : changed;
  });
}
