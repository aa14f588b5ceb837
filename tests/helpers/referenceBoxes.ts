import { spawnSync } from 'node:child_process';
import type { PackBoxes } from './packBoxes.ts';

/** Corners in pixels of the upright photo. */
export type ReferenceBox = [
  labelIndex: number,
  score: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
];

/** What the independent reference makes of one photo; see `reference_boxes.py`. */
export interface ReferencePhoto {
  /** Upright size in pixels. */
  width: number;
  height: number;
  /** Of the app's input from the reference's, in levels of 0-255. */
  inputDifference: [most: number, mean: number];
  /** From the app's raw outputs. */
  decoded: ReferenceBox[];
  /** From the reference's own pixels and outputs. */
  boxes: ReferenceBox[];
}

const python = process.env['FIELDSIFT_PYTHON'] ?? 'python3';

function runPython(script: string[], input: unknown): string {
  const { status, stdout, stderr } = spawnSync(python, script, {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** Why the reference cannot be run here, or null. */
export function whyNoReference(): string | null {
  const { status, error } = spawnSync(python, ['-c', 'import numpy, onnxruntime, PIL'], { encoding: 'utf8' });
  if (error) return `${python} cannot be started`;
  return status === 0
    ? null
    : `${python} lacks numpy, onnxruntime or Pillow; FIELDSIFT_PYTHON can name another`;
}

/** Runs the reference over photos and what the app made of them. @throws Error with what Python said */
export function referenceBoxes(
  manifestPath: string,
  modelPath: string,
  photos: (Pick<PackBoxes, 'input' | 'outputs'> & { path: string })[],
): ReferencePhoto[] {
  const lines = runPython(['tests/helpers/reference_boxes.py', manifestPath, modelPath], photos);
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ReferencePhoto);
}

const copying = `
import json, os, sys
from PIL import Image, ImageOps
turns = {2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE", 6: "ROTATE_90",
         7: "TRANSVERSE", 8: "ROTATE_270"}
for path, orientations in json.load(sys.stdin):
    photo = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
    name = os.path.splitext(os.path.basename(path))[0]
    for orientation in orientations:
        stored = photo.transpose(Image.Transpose[turns[orientation]]) if orientation > 1 else photo
        exif = Image.Exif()
        exif[0x112] = orientation
        target = os.path.join(sys.argv[1], f"{name}-{orientation}.png")
        stored.save(target, compress_level=1, exif=exif)
        print(target)
`;

/**
 * Copies photos without loss, so that app and reference start from the same pixels: decoders of JPEG differ a little.
 *
 * @param photos each with the Exif orientations it is to be stored in
 * @returns the paths of the copies
 */
export function losslessCopies(photos: [path: string, orientations: number[]][], folder: string): string[] {
  return runPython(['-c', copying, folder], photos).trim().split('\n');
}
