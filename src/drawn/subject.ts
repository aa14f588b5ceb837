import { animal } from './animal.ts';
import type { AnimalKind } from './animal.ts';
import { figureExtent, standing } from './figure.ts';
import type { Extent, Figure, Placement } from './figure.ts';
import { drawFigure, visibleEyes } from './figureDrawing.ts';
import type { Frame } from './frame.ts';
import type { HotEye } from './infrared.ts';
import { patchExtent } from './patch.ts';
import { person } from './person.ts';
import type { Outfit } from './outfit.ts';
import type { QuadrupedPose } from './quadruped.ts';
import type { Colour } from './raster.ts';
import { drawVehicle, vehiclePatches } from './vehicle.ts';
import type { View } from './view.ts';

/** One thing that came past the camera. */
export type Subject = { placement: Placement; seed: number } & (
  | { label: 'animal'; kind: AnimalKind; pose: QuadrupedPose }
  | { label: 'person'; outfit: Outfit; stride: number; pace: number }
  | { label: 'vehicle'; colour: Colour }
);

function figureOf(subject: Exclude<Subject, { label: 'vehicle' }>): Figure {
  if (subject.label === 'animal') return standing(animal(subject.kind, subject.pose));
  return standing(person(subject.outfit, subject.stride, subject.pace));
}

/** The rectangle around a subject in pixels; may reach beyond the picture. */
export function subjectExtent(view: View, subject: Subject): Extent {
  if (subject.label === 'vehicle')
    return patchExtent(view, vehiclePatches(subject.colour), subject.placement);
  return figureExtent(view, figureOf(subject), subject.placement);
}

/** Draws a subject into a frame; answers with the eyes that a flash would light up. */
export function drawSubject(frame: Frame, view: View, subject: Subject): HotEye[] {
  if (subject.label === 'vehicle') {
    drawVehicle(frame, view, vehiclePatches(subject.colour), subject.placement);
    return [];
  }
  const figure = figureOf(subject);
  drawFigure(frame, view, figure, subject.placement, subject.seed);
  return visibleEyes(frame, view, figure, subject.placement);
}
