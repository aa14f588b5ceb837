/** A view somebody gave a name, with its address's query. */
export interface SavedView {
  name: string;
  query: string;
}

/** The list with one view added; one of the same name is replaced where it stands. */
export function saveView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const place = views.findIndex(({ name }) => name === view.name);
  return place < 0 ? [...views, view] : views.with(place, view);
}

/** Reads what was kept; anything else than a list of views is as if nothing had been kept. */
export function parseSavedViews(text: string | null): SavedView[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isSavedView) : [];
  } catch {
    return [];
  }
}

function isSavedView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null) return false;
  const { name, query } = value as Record<string, unknown>;
  return typeof name === 'string' && name !== '' && typeof query === 'string';
}
