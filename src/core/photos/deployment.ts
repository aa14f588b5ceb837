/**
 * Folders that a camera starts by itself when one is full, and the folder they all lie in.
 * Reconyx, Bushnell, Browning and consumer cameras: MegaDetector, `megadetector/utils/ct_utils.py`
 * (`image_file_to_camera_folder`); then the makers' names of the same form. The general form of the standard
 * (three digits and five characters, JEITA CP-3461) would swallow stations that people call `104NORTH`.
 */
const overflowFolder =
  /^(?:DCIM|\d+(?:RECNX|EK\d+|_?BTCF|MEDIA|DSCIM|CANON|NIKON|ND\d+|MSDCF|OLYMP|_PANA|PHOTO|IMAGE|GOPRO|_FUJI))$/i;

/** Photos mostly come folder by folder. */
let last = { folder: '', deployment: '' };

/**
 * The deployment a photo belongs to: the folder of its camera, with the camera's own overflow folders merged
 * into their parent. A path that holds nothing but such folders keeps its first one, so that no name is empty.
 *
 * @param path relative to what was dropped, with `/`, the dropped folder's own name first
 */
export function deploymentOf(path: string): string {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  if (folder !== last.folder) last = { folder, deployment: deploymentOfFolder(folder) };
  return last.deployment;
}

function deploymentOfFolder(folder: string): string {
  const folders = folder.split('/');
  let length = folders.length;
  while (length > 0 && overflowFolder.test(folders[length - 1] ?? '')) length -= 1;
  return length > 0 ? folders.slice(0, length).join('/') : (folders[0] ?? '');
}
