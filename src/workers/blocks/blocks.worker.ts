import * as Comlink from 'comlink';
import { packSurvey } from '../../storage/packSurvey.ts';
import type { BlocksWorker } from './contract.ts';

const api: BlocksWorker = { pack: (folderIds, keys) => packSurvey(folderIds, keys) };

Comlink.expose(api);
