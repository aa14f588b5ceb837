import type { Page } from 'playwright';

/**
 * Drops folders of this computer on the page, the way a person drags them there from a file manager: the browser
 * itself reads the disk and fires the same events, so nothing of the page is passed by.
 *
 * @param folders absolute paths
 */
export async function dropFolders(page: Page, folders: string[]): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  const point = { x: Math.round(size.width / 2), y: Math.round(size.height / 2) };
  const data = { items: [], files: folders, dragOperationsMask: 1 };
  const session = await page.context().newCDPSession(page);
  try {
    const send = (type: 'dragEnter' | 'dragOver' | 'drop') =>
      session.send('Input.dispatchDragEvent', { type, ...point, data });
    await send('dragEnter');
    await send('dragOver');
    // A busy page may not have said yet that it takes the drop, and the browser then lets it fall to the ground.
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        }),
    );
    await send('dragOver');
    await send('drop');
  } finally {
    await session.detach();
  }
}
