/** A photo that an export cannot hold, in words; the rest of the export is none the worse for it. */
export class PhotoLeftOut extends Error {
  override readonly name = 'PhotoLeftOut';
}

/** Why a picture that was planned, or even made, is not among the others. */
export const heldMeanwhile = 'Held back by the people gate while the pictures were made.';
