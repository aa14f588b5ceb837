/** A point on a photo, 0-1. */
export interface Place {
  x: number;
  y: number;
}

/** Where a pointer is on an element, 0-1 of it, however it is zoomed. */
export function placeIn(element: Element, { clientX, clientY }: MouseEvent): Place {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}
