import * as Comlink from 'comlink';
import { readAllCameraData } from '../../platform/allCameraData.ts';
import type { CameraDataWorker } from './contract.ts';

const api: CameraDataWorker = {
  read: async (file) => readAllCameraData(new Uint8Array(await file.arrayBuffer())),
};

Comlink.expose(api);
