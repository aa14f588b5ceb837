/** The longest a source file may be, in lines. */
export const lineLimit = 400;

/** How long each source file is. */
export interface FileLength {
  path: string;
  lines: number;
}

export interface LengthVerdict {
  tooLong: FileLength[];
  median: number;
  longest: FileLength | undefined;
}

/** Which files are longer than the limit, and the median length. */
export function judgeLengths(files: FileLength[]): LengthVerdict {
  const sorted = files.toSorted((a, b) => a.lines - b.lines);
  const middle = sorted.length / 2;
  const median = ((sorted[Math.ceil(middle) - 1]?.lines ?? 0) + (sorted[Math.floor(middle)]?.lines ?? 0)) / 2;
  return { tooLong: sorted.filter(({ lines }) => lines > lineLimit), median, longest: sorted.at(-1) };
}
