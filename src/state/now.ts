/** This moment, ISO 8601 in UTC with ms. */
export function now(): string {
  return new Date().toISOString();
}
