import { readOnnxFile } from '../../core/files/onnxFile.ts';
import { externalFilesOf, weightsFileOf } from '../../core/models/pack/modelIdentity.ts';
import {
  bytesInWords,
  checkExternalFiles,
  checkModelSize,
  checkNames,
  checkOnnx,
} from '../../core/models/pack/packCheck.ts';
import { PackFailure } from '../../core/models/pack/packFailure.ts';
import { sha256Of } from '../../platform/contentKey.ts';
import type { InspectedModel, PackContents } from './contract.ts';

async function readBytes(path: string, content: Blob): Promise<ArrayBuffer> {
  try {
    return await content.arrayBuffer();
  } catch (error) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const isMemory = error instanceof RangeError;
    throw new PackFailure(isMemory ? 'no-memory' : 'file-unreadable', path, detail);
  }
}

/** @throws PackFailure `wrong-hash` */
function checkHash(path: string, found: string, expected: string): void {
  if (found !== expected) throw new PackFailure('wrong-hash', path, found);
}

/** @throws PackFailure when the file has not as many bytes as the manifest says */
function checkSize({ path, bytes }: PackContents['manifest']['files'][number], size: number): void {
  const detail = `${bytesInWords(size)} / ${bytesInWords(bytes)}`;
  if (size === 0) throw new PackFailure('file-empty', path);
  if (size < bytes) throw new PackFailure('file-short', path, detail);
  if (size > bytes) throw new PackFailure('file-long', path, detail);
}

/**
 * Reads a model file: its hash, and what it says of itself.
 *
 * @param expected the hash it should have, where that is known
 * @throws PackFailure when it is not that file, or no whole ONNX model; its external files are not looked for
 */
export async function inspectModel(
  path: string,
  content: Blob,
  expected: string | null = null,
): Promise<InspectedModel> {
  checkModelSize(path, content.size);
  const bytes = await readBytes(path, content);
  const sha256 = await sha256Of(bytes);
  if (expected !== null) checkHash(path, sha256, expected);
  return { description: checkOnnx(path, readOnnxFile(new Uint8Array(bytes))), sha256 };
}

/** The hash of a file that stands beside a model. @throws PackFailure when it cannot be read */
export async function hashFile(path: string, content: Blob): Promise<string> {
  return sha256Of(await readBytes(path, content));
}

/** A web page or a pointer in the place of the model says more than that its size is wrong. */
async function checkHead(path: string, content: Blob): Promise<void> {
  checkModelSize(path, content.size);
  const head = readOnnxFile(new Uint8Array(await readBytes(path, content.slice(0, 4096))));
  if (head.kind === 'pointer' || head.kind === 'not-onnx') checkOnnx(path, head);
}

/**
 * Checks the files of a pack against its manifest, and its manifest against its model.
 *
 * @throws PackFailure
 */
export async function inspectPack({ manifest, files }: PackContents): Promise<void> {
  const weights = weightsFileOf(manifest);
  const external = externalFilesOf(manifest);
  const allWeights = [weights, ...external.map(({ file }) => file)];
  checkModelSize(
    weights.path,
    allWeights.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  for (const named of manifest.files) {
    const { path, sha256 } = named;
    const content = files.find((file) => file.path === path)?.content;
    if (!content) throw new PackFailure('file-missing', path);
    if (named === weights) await checkHead(path, content);
    checkSize(named, content.size);
    if (named === weights) {
      const { description } = await inspectModel(path, content, sha256);
      checkExternalFiles(
        path,
        description,
        external.map(({ location }) => location),
      );
      checkNames(manifest, description);
    } else checkHash(path, await hashFile(path, content), sha256);
  }
}
