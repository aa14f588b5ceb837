/** Axis-aligned bounding box; x and y are its top left corner. Units are the owner's: pixels, or 0-1 of a photo. */
export interface BoundingBox {
  x: number;
  y: number;
  width: number;
  height: number;
}
