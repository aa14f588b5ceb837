/**
 * Puts text on the clipboard. Where the page has no leave for that, the text is selected in a field and copied as a
 * person would.
 *
 * @param beside what the field is put into: a dialog, as everything outside an open one is out of reach
 * @returns false when nothing was copied
 */
export async function copyText(text: string, beside: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const focused = document.activeElement;
    const field = document.createElement('textarea');
    field.value = text;
    field.readOnly = true;
    field.className = 'visually-hidden';
    beside.append(field);
    field.select();
    // The only way without leave and on pages that are not secure; browsers keep it.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const isCopied = document.execCommand('copy');
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return isCopied;
  }
}
