import type { Surface } from './raster.ts';

/** A picture before the light is decided, so that one drawing serves day and infra-red. */
export interface Frame {
  /** Colour of things under even light. */
  surface: Surface;
  /** How much direct sun reaches a pixel, 0-255. */
  sun: Uint8ClampedArray;
  /** Distance from the camera in metres; infinite for the sky. */
  depth: Float32Array;
}

export function createFrame(width: number, height: number): Frame {
  const pixels = width * height;
  return {
    surface: { width, height, data: new Uint8ClampedArray(pixels * 3) },
    sun: new Uint8ClampedArray(pixels),
    depth: new Float32Array(pixels),
  };
}

/** Copies `from` into `to`, which must be as large. */
export function copyFrame(from: Frame, to: Frame): void {
  to.surface.data.set(from.surface.data);
  to.sun.set(from.sun);
  to.depth.set(from.depth);
}
