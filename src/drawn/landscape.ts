/** What a camera looks at: a footpath in a wood, a stream, or a gravel road. */
export type Landscape = 'path' | 'creek' | 'road';

/** How high a camera hangs, in metres: over a road it must see past the verge. */
export function lensHeight(landscape: Landscape): number {
  return landscape === 'road' ? 1.35 : 1.1;
}

/** Where the middle of the track lies, in metres right of the camera, at distance `z`. */
export function trackCentre(landscape: Landscape, z: number): number {
  if (landscape === 'creek') return 0;
  return landscape === 'road' ? 0.2 + 0.02 * z : -0.8 + 0.22 * z - 0.004 * z * z;
}
