import type { MergeCounts } from '../../core/exchange/project/mergeCounts.ts';
import type { ProjectConflict } from '../../core/exchange/project/mergeProjects.ts';
import type { ProjectFile } from '../../core/exchange/project/projectFile.ts';
import type { KnownModel } from '../models/models.svelte.ts';
import type { LabelReport } from './labelImport.ts';

/** Why a name in a file was passed over. */
export type PassedOver = 'not found' | 'several fit' | 'taken' | 'unopened' | 'no-folder' | 'no-time';

/** What was taken in. */
export interface ImportReport extends Partial<LabelReport> {
  name: string;
  /** Where machine results came. */
  model?: KnownModel;
  /** Photos of which results were kept. */
  kept?: number;
  /** Deployments whose place is known now. */
  places?: number;
  /** What a project file brought. */
  merged?: MergeCounts;
  /** Results that say otherwise than those that are here, which stay. */
  differing?: number;
  /** Held sequences that the file would let go; what would was left out. */
  heldBack?: number;
  /** What both sides say of the same thing, and the project that names its photos. */
  conflicts?: { all: readonly ProjectConflict[]; project: ProjectFile };
  /** Names that are no photo and no folder of the survey, or may be several. */
  unmatched: readonly { file: string; reason: PassedOver }[];
}
