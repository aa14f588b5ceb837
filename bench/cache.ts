import { join } from 'node:path';
import { repositoryRoot } from '../scripts/packageCommand.ts';

/** What the benchmark makes on first use: photos, models, its page. Never committed. */
export const benchCache = join(repositoryRoot, '.cache', 'bench');
