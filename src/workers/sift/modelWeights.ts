import { externalFilesOf, weightsFileOf } from '../../core/models/pack/modelIdentity.ts';
import { sha256Of } from '../../platform/contentKey.ts';
import type { ExternalWeights } from '../../platform/onnxSession.ts';
import type { SiftModel } from './contract.ts';

/** Everything the runtime needs of a model's files. */
export interface ModelWeights {
  bytes: Uint8Array;
  external: ExternalWeights[];
}

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the model's file answered ${response.status}`);
  return response.arrayBuffer();
}

/**
 * Reads a model's weights and compares them with what its manifest says.
 *
 * @throws Error when one of its files cannot be had or is not what the manifest says
 */
export async function readWeights({ manifest, weights, external = [] }: SiftModel): Promise<ModelWeights> {
  const checked = async (bytes: ArrayBuffer, expected: string): Promise<Uint8Array> => {
    const found = await sha256Of(bytes);
    if (found !== expected)
      throw new Error(`the weights of ${manifest.name} are damaged: SHA-256 is ${found}`);
    return new Uint8Array(bytes);
  };
  if (!weights) throw new Error(`of ${manifest.name} there are only results`);
  const bytes = await checked(
    await ('url' in weights ? fetchBytes(weights.url) : weights.blob.arrayBuffer()),
    weightsFileOf(manifest).sha256,
  );
  const beside: ExternalWeights[] = [];
  for (const { location, file } of externalFilesOf(manifest)) {
    const content = external.find(({ path }) => path === file.path)?.content;
    if (!content) throw new Error(`“${file.path}” of ${manifest.name} is missing`);
    beside.push({ path: location, data: await checked(await content.arrayBuffer(), file.sha256) });
  }
  return { bytes, external: beside };
}
