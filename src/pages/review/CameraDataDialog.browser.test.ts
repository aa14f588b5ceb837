import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { taggedJpeg } from '../../../tests/helpers/taggedJpeg.ts';
import { pendingMedia } from '../../core/photos/media.ts';
import { askCameraData } from '../../workers/cameraData/askCameraData.ts';
import CameraDataDialog from './CameraDataDialog.svelte';

let shown: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = null;
  vi.restoreAllMocks();
});

/** Opens the dialog on a file; null stands for a photo whose folder is away. */
function open(file: File | null): HTMLDialogElement {
  const media = { ...pendingMedia('p', 'f', 'CARD/IMG_1.JPG'), size: 4711 };
  const openFile = (): Promise<File | null> => Promise.resolve(file);
  shown = mount(CameraDataDialog, {
    target: document.body,
    props: { media, sources: { openFile }, onclose: () => undefined },
  });
  flushSync();
  const dialog = document.querySelector('dialog');
  if (!dialog) throw new Error('no dialog');
  return dialog;
}

const jpeg = (): File => new File([taggedJpeg()], 'IMG_1.JPG');
const button = (dialog: HTMLElement, name: string): HTMLButtonElement | undefined =>
  [...dialog.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === name,
  );
const headings = (dialog: HTMLElement): string[] =>
  [...dialog.querySelectorAll('h3')].map(({ textContent }) => textContent);

it('shows what a file says in groups, finds in them, and copies one value or all that is found', async () => {
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const dialog = open(jpeg());
  await vi.waitFor(() => expect(headings(dialog)).toContain('EXIF'), 20_000);
  expect(headings(dialog)).toEqual(['File', 'EXIF', 'GPS', 'IPTC', 'XMP', 'Maker notes']);
  expect(dialog.textContent).toContain('3000 bytes: ff ff ff');

  const search = dialog.querySelector<HTMLInputElement>('input[type=search]');
  if (!search) throw new Error('no field');
  search.value = 'moultrie';
  search.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
  expect(headings(dialog)).toEqual(['EXIF']);
  button(dialog, 'Copy Make')?.click();
  button(dialog, 'Copy these as text')?.click();
  await vi.waitFor(() => expect(dialog.textContent).toContain('Copied.'));
  expect(copied.mock.calls).toEqual([['MOULTRIE'], ['EXIF\n  Make: MOULTRIE\n']]);
});

it('cuts a long value until all of it is asked for', async () => {
  const dialog = open(jpeg());
  await vi.waitFor(() => expect(headings(dialog)).toContain('XMP'), 20_000);
  const letters = dialog.textContent.length;
  button(dialog, 'Show all of photoshop:Instructions')?.click();
  flushSync();
  expect(dialog.textContent.length).toBeGreaterThan(letters + 500);
  expect(button(dialog, 'Show less of photoshop:Instructions')?.ariaExpanded).toBe('true');
});

it('says in a sentence that the folder is away, or that a file of its kind is not looked into', async () => {
  const away = open(null);
  await vi.waitFor(() => expect(away.querySelector('[role=alert]')?.textContent).toContain('folder'));
  if (shown) await unmount(shown);
  const dialog = open(new File(['GIF89a'], 'IMG_1.gif'));
  await vi.waitFor(() => expect(dialog.textContent).toContain('files of this kind'), 20_000);
});

it('shows what our own reader finds where exifr does not return', async () => {
  // A box of length 0 after the first one, which exifr 7.1.3 reads again and again.
  const endless = new Uint8Array(64);
  endless.set(new TextEncoder().encode('\0\0\0\x18ftypavif\0\0\0\0avifmif1\0\0\0\0free'));
  const data = await askCameraData(new Blob([endless]), AbortSignal.timeout(60_000), 2000);
  expect(data.isDamaged).toBe(true);
  expect(data.blocks[0]?.entries[0]).toEqual({ name: 'FileType', text: 'avif', of: null });
});
