import { spawnSync } from 'node:child_process';
import type { Orientation } from '../../src/core/files/image/imageHeader.ts';

/** One photo as the training code prepares it. */
export interface TrainingPixels {
  path: string;
  /** EXIF orientation, as Pillow reads it. */
  orientation: Orientation;
  /** RGB `[height, width, 3]` of the model's input, in base64. */
  pixels: string;
}

const python = process.env['FIELDSIFT_PYTHON'] ?? 'python3';

const program = `
import base64, json, sys
from PIL import Image, ImageOps
from training.letterbox import letterbox
width, height = int(sys.argv[1]), int(sys.argv[2])
for path in json.load(sys.stdin):
    image = Image.open(path)
    orientation = image.getexif().get(0x112, 1)
    pixels = letterbox(ImageOps.exif_transpose(image).convert("RGB"), width, height)
    print(json.dumps({"path": path, "orientation": orientation, "pixels": base64.b64encode(pixels.tobytes()).decode()}))
`;

/** Why `training/letterbox.py` cannot be run here, or null. */
export function whyNoTrainingPixels(): string | null {
  const { status, error, stderr } = spawnSync(python, ['-c', 'import training.letterbox'], {
    encoding: 'utf8',
  });
  if (error) return `${python} cannot be started`;
  return status === 0 ? null : (stderr.trim().split('\n').at(-1) ?? 'training/letterbox.py cannot be loaded');
}

/** Runs the training code's own letterbox over photos. @throws Error with what Python said */
export function trainingPixels(paths: string[], width: number, height: number): TrainingPixels[] {
  const { status, stdout, stderr } = spawnSync(python, ['-c', program, String(width), String(height)], {
    input: JSON.stringify(paths),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(stderr);
  const lines = stdout.trim().split('\n');
  return lines.map((line) => JSON.parse(line) as TrainingPixels);
}
