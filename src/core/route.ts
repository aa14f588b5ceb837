/** The pages of the app. */
export type Route = 'survey' | 'surveys' | 'decisions' | 'understand' | 'models';

const hashes: Record<Route, string> = {
  survey: '#/',
  surveys: '#/surveys',
  decisions: '#/decisions',
  understand: '#/understand',
  models: '#/models',
};

/** The page an address's fragment names; null for one that names a place within a page, or nothing known. */
export function parseRoute(hash: string): Route | null {
  if (hash === '' || hash === '#') return 'survey';
  // What follows a question mark says what the page shows of itself.
  const named = hash.replace(/\?.*$/s, '').replace(/\/+$/, '') || '#';
  if (named === '#') return 'survey';
  if (named === hashes.understand || named.startsWith(`${hashes.understand}/`)) return 'understand';
  return (['surveys', 'decisions', 'models'] as const).find((route) => named === hashes[route]) ?? null;
}

/** The fragment of a page's address. */
export function routeHash(route: Route): string {
  return hashes[route];
}
