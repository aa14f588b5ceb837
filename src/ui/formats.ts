const numbers = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percents = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });

export function formatCount(count: number): string {
  return numbers.format(count);
}

/** `1 photo`, `2 photos`. */
export function formatCountOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${numbers.format(count)} ${count === 1 ? singular : plural}`;
}

export function formatPercent(share: number): string {
  return percents.format(share);
}

export function formatRate(perSecond: number): string {
  return (perSecond < 10 ? tenths : numbers).format(perSecond);
}

export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return `${(power < 2 ? numbers : tenths).format(bytes / 1000 ** power)} ${units[power] ?? ''}`;
}

/** A time a person can plan by: never more exact than it can be. */
export function formatRemaining(seconds: number): string {
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 55) return `about ${Math.ceil(seconds / 10) * 10} s left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `about ${minutes} min left`;
  return `about ${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
}
