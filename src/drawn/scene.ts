import { createFrame } from './frame.ts';
import type { Frame } from './frame.ts';
import { drawBackdrop } from './backdrop.ts';
import { drawGround } from './ground.ts';
import { lensHeight, trackCentre } from './landscape.ts';
import type { Landscape } from './landscape.ts';
import { drawBush, drawLitter, drawTuft } from './plant.ts';
import { createRandom } from '../core/statistics/randomSource.ts';
import type { RandomSource } from '../core/statistics/randomSource.ts';
import { drawTrunk } from './trunk.ts';
import { createView } from './view.ts';
import type { View } from './view.ts';

/** All that decides the look of one camera's place. */
export interface SceneSpec {
  landscape: Landscape;
  seed: number;
  /** Pixels of the upright picture. */
  width: number;
  height: number;
}

/** An empty place, drawn once and copied for every photo of the camera. */
export interface Scene {
  view: View;
  frame: Frame;
}

const horizonShare = 0.36;

/** The camera of a scene; it depends only on the spec's size, so boxes can be told without drawing. */
export function sceneView(spec: SceneSpec): View {
  return createView(spec.width, spec.height, horizonShare, lensHeight(spec.landscape));
}

function plants(
  spec: SceneSpec,
  view: View,
  random: RandomSource,
): { z: number; draw: (frame: Frame) => void }[] {
  const open = spec.landscape === 'road' ? 2.2 : 0.7;
  const list: { z: number; draw: (frame: Frame) => void }[] = [];
  const beside = (z: number, gap: number): number => {
    const reach = z * 0.62 + 0.5;
    const centre = trackCentre(spec.landscape, z);
    for (let attempt = 0; attempt < 8; attempt++) {
      const x = random.between(-reach, reach);
      if (Math.abs(x - centre) > gap) return x;
    }
    return reach;
  };
  const trunkCount = spec.landscape === 'road' ? 34 : 44;
  for (let i = 0; i < trunkCount; i++) {
    const z = 7 + 38 * random.next() * random.next() + (i < 5 ? 0 : 4);
    const x = beside(z, open + 1.2);
    const trunk = { x, z, radius: random.between(0.07, 0.24), lean: random.between(-0.06, 0.06) };
    const seed = random.whole(0, 1e6);
    list.push({ z, draw: (frame) => drawTrunk(frame, view, trunk, seed) });
  }
  const nearX = random.chance(0.5) ? -1 : 1;
  const near = {
    x: nearX * random.between(1.5, 1.8),
    z: 3.6,
    radius: 0.2,
    lean: random.between(-0.03, 0.03),
  };
  list.push({ z: near.z, draw: (frame) => drawTrunk(frame, view, near, 77) });
  for (let i = 0; i < 46; i++) {
    const z = 6.5 + 22 * random.next();
    const x = beside(z, open + 1);
    const size = random.between(0.35, 1.1);
    const seed = random.whole(0, 1e6);
    list.push({ z, draw: (frame) => drawBush(frame, view, { x, z, size }, seed) });
  }
  // A hedge far off hides where the ground ends; sprays of leaves hang into the picture from above.
  for (let i = 0; i < 60; i++) {
    const z = random.between(26, 44);
    const x = random.between(-0.6, 0.6) * z;
    const size = random.between(0.9, 2.2);
    const seed = random.whole(0, 1e6);
    list.push({ z, draw: (frame) => drawBush(frame, view, { x, z, size }, seed) });
  }
  for (let i = 0; i < 16; i++) {
    const z = random.between(6, 16);
    const x = random.between(-0.55, 0.55) * z;
    const above = view.lensHeight + z * random.between(0.2, 0.36);
    const size = random.between(0.5, 1.2);
    const seed = random.whole(0, 1e6);
    list.push({ z, draw: (frame) => drawBush(frame, view, { x, z, size }, seed, above) });
  }
  for (let i = 0; i < 3200; i++) {
    const z = 2 + 10 * random.next() * random.next();
    const x = random.between(-0.6, 0.6) * z;
    const size = random.between(0.02, 0.07);
    const seed = random.whole(0, 1e6);
    list.push({ z: z + 0.2, draw: (frame) => drawLitter(frame, view, { x, z, size }, seed) });
  }
  const tuftCount = spec.landscape === 'path' ? 1500 : 2100;
  for (let i = 0; i < tuftCount; i++) {
    const z = 2 + 18 * random.next() * random.next() + random.next();
    const x = beside(z, open + random.between(-0.25, 0.5));
    const seed = random.whole(0, 1e6);
    const tall = spec.landscape === 'path' ? random.between(0.05, 0.2) : random.between(0.07, 0.3);
    list.push({ z, draw: (frame) => drawTuft(frame, view, { x, z, size: tall }, seed) });
  }
  return list.sort((a, b) => b.z - a.z);
}

function drawScene(spec: SceneSpec): Scene {
  const view = sceneView(spec);
  const frame = createFrame(spec.width, spec.height);
  drawBackdrop(frame, view, spec.seed);
  drawGround(frame, view, spec.landscape, spec.seed);
  for (const plant of plants(spec, view, createRandom(spec.seed, 11))) plant.draw(frame);
  return { view, frame };
}

const keptPixels = 16_000_000;
const kept = new Map<string, Scene>();

/** The empty scene of a spec. The last few are kept, since a camera's photos come one after another. */
export function emptyScene(spec: SceneSpec): Scene {
  const key = `${spec.landscape} ${spec.seed} ${spec.width} ${spec.height}`;
  const found = kept.get(key);
  if (found) return found;
  const scene = drawScene(spec);
  kept.set(key, scene);
  let pixels = 0;
  for (const other of kept.values()) pixels += other.frame.depth.length;
  for (const oldest of kept.keys()) {
    if (pixels <= keptPixels || kept.size === 1) break;
    pixels -= kept.get(oldest)?.frame.depth.length ?? 0;
    kept.delete(oldest);
  }
  return scene;
}
