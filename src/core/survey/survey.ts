import type { ResolvedRecipe } from '../decisions/recipes/recipe.ts';
import type { SpeciesFacts } from '../taxa/speciesFacts.ts';
import type { SurveySettings } from '../settings/surveySettings.ts';
import { momentAfter } from '../time/logicalClock.ts';

/** A survey: the folders a person sifts together, and how. Kept in the `projects` store. */
export interface Survey {
  id: string;
  name: string;
  /** ms since 1970, UTC. */
  createdAt: number;
  settings: SurveySettings;
  /** True while the person has paused or cancelled it: a reload then waits for them instead of going on. */
  halted: boolean;
  /** The model it was last sifted with, by the name of its outputs; absent for the built-in one and for recipes. */
  modelHash?: string;
  /** The recipe it was last sifted with; absent for one model alone. */
  recipe?: ResolvedRecipe;
  /** What the person wants to remember of each kind of animal, by its label. */
  speciesNotes?: Readonly<Record<string, string>>;
  /** Facts about kinds of animals that came by file. */
  speciesFacts?: SpeciesFacts;
  /** A person's table of what is in the photos, as it was read: CSV. */
  truthTable?: string;
  /** When a person last changed something, ISO 8601 in UTC, by its name in a project file: of two laptops, the later holds. */
  changedAt?: Readonly<Record<string, string>>;
}

/** Before the name of a setting in `changedAt`, and in a project file. */
export const settingPrefix = 'settings.';

/**
 * The survey with other settings. `changedAt` has the moment of each setting that differs, never earlier than its last
 * change.
 *
 * @param at what the clock shows, ISO 8601 in UTC
 */
export function withSettings(survey: Survey, settings: SurveySettings, at: string): Survey {
  const before = survey.settings as unknown as Readonly<Record<string, unknown>>;
  const changedAt = { ...survey.changedAt };
  for (const [part, value] of Object.entries(settings)) {
    if (JSON.stringify(before[part]) === JSON.stringify(value)) continue;
    const name = settingPrefix + part;
    changedAt[name] = momentAfter(at, changedAt[name] ?? null).at;
  }
  return { ...survey, settings, changedAt };
}

/**
 * Where the photos of a folder come from, which decides how they can be reached again after a reload. `elsewhere`: they
 * came with a project file, and were never dropped here.
 */
export type FolderOrigin = 'handle' | 'files' | 'drawn' | 'elsewhere';

/** One dropped or chosen folder of a survey. */
export interface SurveyFolder {
  id: string;
  projectId: string;
  /** Its name, made unique within the survey; the first part of every path in it. */
  name: string;
  origin: FolderOrigin;
  /** Files that are not photos, by kind: `HEIC`, `video`, `.txt`. */
  otherFiles: Record<string, number>;
  /** False while the folder is still being read: a reload then reads it again from the start. */
  complete: boolean;
}
