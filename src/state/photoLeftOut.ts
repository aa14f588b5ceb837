/** A photo that an export cannot hold, in words; the rest of the export is none the worse for it. */
export class PhotoLeftOut extends Error {
  override readonly name = 'PhotoLeftOut';
}
