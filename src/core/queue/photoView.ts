/** How a photo is looked at: the same for every frame until it is changed, so that flipping shows what moved. */
export interface PhotoView {
  /** 1 shows the whole photo. */
  zoom: number;
  /** The point of the photo in the middle of the window, 0-1. */
  x: number;
  y: number;
  /** 1 as it is, 2 twice as bright. */
  brightness: number;
  /** 1 as it is; above, the dark parts become lighter. */
  gamma: number;
  showsBoxes: boolean;
  showsDifference: boolean;
}

export const plainView: PhotoView = {
  zoom: 1,
  x: 0.5,
  y: 0.5,
  brightness: 1,
  gamma: 1,
  showsBoxes: true,
  showsDifference: false,
};

export const largestZoom = 8;

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** Keeps the window within the photo. */
function within(view: PhotoView): PhotoView {
  const half = 0.5 / view.zoom;
  return { ...view, x: clamp(view.x, half, 1 - half), y: clamp(view.y, half, 1 - half) };
}

/**
 * Zooms, with one point of the photo staying where it is on the screen.
 *
 * @param at that point, 0-1 of the photo; the middle of the window when left out
 */
export function zoomBy(view: PhotoView, factor: number, at = { x: view.x, y: view.y }): PhotoView {
  const zoom = clamp(view.zoom * factor, 1, largestZoom);
  const kept = view.zoom / zoom;
  return within({ ...view, zoom, x: at.x + (view.x - at.x) * kept, y: at.y + (view.y - at.y) * kept });
}

/** Moves the window over the photo by shares of the window. */
export function panBy(view: PhotoView, right: number, down: number): PhotoView {
  return within({ ...view, x: view.x + right / view.zoom, y: view.y + down / view.zoom });
}

/** Makes a photo lighter or darker, in steps; the dark parts follow more than the light ones. */
export function lighten(view: PhotoView, steps: number): PhotoView {
  return {
    ...view,
    brightness: clamp(Math.round((view.brightness + steps * 0.2) * 10) / 10, 0.2, 4),
    gamma: clamp(Math.round((view.gamma + steps * 0.2) * 10) / 10, 0.4, 4),
  };
}

/** True when nothing about the photo is changed. */
export function isPlain({ zoom, brightness, gamma, showsDifference }: PhotoView): boolean {
  return zoom === 1 && brightness === 1 && gamma === 1 && !showsDifference;
}
