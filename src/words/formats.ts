/** The languages that the app speaks. */
export const languageCodes = ['en', 'es'] as const;

export type LanguageCode = (typeof languageCodes)[number];

/** Numbers, dates and lists as one language writes them. */
export interface Formats {
  /** A whole number: `12,345`. */
  count(count: number): string;
  /** A number with its noun: `1 photo`, `12,345 photos`. */
  counted(count: number, one: string, other: string): string;
  /** A share of 0-1: `93 %` in the way of the language. @param digits after the point */
  percent(share: number, digits?: number): string;
  /** Two shares with so many digits that they differ where they do: `89.96 %` and `90 %`. */
  percentsApart(one: number, other: number): readonly [one: string, other: string];
  /** With so many digits after the point, no more than needed. */
  decimal(value: number, digits?: number): string;
  /** `14 May 2025`. @param seconds on a civil clock, since 1970 on that clock */
  date(seconds: number): string;
  /** `14 May`. */
  dayOfMonth(seconds: number): string;
  /** `May 2025`. */
  month(seconds: number): string;
  /** `14 May 2025, 06:31:07`. */
  dateTime(seconds: number): string;
  /** `1.4 GB`. */
  bytes(bytes: number): string;
  /** `a, b and c`. */
  list(items: readonly string[]): string;
}

/** @param locale a BCP 47 tag: `en-GB`, `es` */
export function formatsOf(locale: string): Formats {
  const dates = (options: Intl.DateTimeFormatOptions): ((seconds: number) => string) => {
    // Civil clocks have no zone; read as UTC they come out as they went in.
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (seconds) => format.format(seconds * 1000);
  };
  const wholes = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, useGrouping: 'min2' });
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const decimals = Array.from(
    { length: 5 },
    (_, digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits, useGrouping: 'min2' }),
  );
  const percents = Array.from(
    { length: 3 },
    (_, digits) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }),
  );
  const percentsApart = (one: number, other: number): readonly [string, string] => {
    for (let digits = 0; ; digits += 1) {
      const format =
        percents[digits] ??
        new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits });
      const texts = [format.format(one), format.format(other)] as const;
      // As many digits as a number has of itself.
      if (texts[0] !== texts[1] || one === other || digits === 15) return texts;
    }
  };
  const decimal = (value: number, digits = 1): string => (decimals[digits] ?? wholes).format(value);
  return {
    count: (count) => wholes.format(count),
    counted: (count, one, other) =>
      `${wholes.format(count)} ${plurals.select(count) === 'one' ? one : other}`,
    percent: (share, digits = 0) => (percents[digits] ?? wholes).format(share),
    percentsApart,
    decimal,
    date: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
    dayOfMonth: dates({ day: 'numeric', month: 'short' }),
    month: dates({ month: 'short', year: 'numeric' }),
    dateTime: dates({
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }),
    bytes: (bytes) => {
      const units = ['B', 'kB', 'MB', 'GB', 'TB'];
      const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
      return `${decimal(bytes / 1000 ** power, power < 2 ? 0 : 1)} ${units[power] ?? ''}`;
    },
    list: (items) => lists.format(items),
  };
}
