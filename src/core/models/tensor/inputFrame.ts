import type { BoundingBox } from '../prediction/box.ts';
import { regionWithoutInfoBar } from './infoBar.ts';
import { inputSizeFor, placePhoto, type Placement } from './letterbox.ts';
import type { ModelInput } from '../manifest/modelManifest.ts';
import type { Size } from '../../files/pixels.ts';

/** A model's input for one photo: its size, which may depend on the photo, and where the whole photo lies in it. */
export interface InputFrame extends Size {
  placement: Placement;
  /** The whole upright photo, in px. */
  photo: Size;
}

/** How a photo comes into a model's input. */
export interface InputPlan extends InputFrame {
  /** The part of the upright photo that is resized, in its pixels. */
  region: BoundingBox;
  /** Where that part lies in the input, in whole input pixels. */
  target: Placement;
}

/**
 * Plans a photo's way into a model's input.
 *
 * @param photo its full upright size
 * @param crop the part of it that the model is to see, in pixels of the upright photo; unless given, all but info bars
 */
export function planInput(input: ModelInput, photo: Size, crop?: BoundingBox): InputPlan {
  const region = crop ?? regionWithoutInfoBar(photo, input.infoBar);
  const target = placePhoto(region, input, input.resize);
  const scaleX = target.width / region.width;
  const scaleY = target.height / region.height;
  const placement = {
    left: target.left - region.x * scaleX,
    top: target.top - region.y * scaleY,
    width: photo.width * scaleX,
    height: photo.height * scaleY,
  };
  return { ...inputSizeFor(region, input, input.resize), photo, region, target, placement };
}
