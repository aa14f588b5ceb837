import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

// `import type` is left out: it does not load the file it names.
const imported =
  /\b(?:from|import(?!\s+type\b)(?:\s*\()?|new URL\()\s*['"](\.{1,2}\/[^'"?]+\.(?:ts|svelte))(?:\?[^'"]*)?['"]/g;
const typeImport = /\b(?:import|export)\s+type\b[^'";]*\bfrom\s*['"][^'"]*['"]/g;
const comment = /\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm;

/** The text of a file on disk, null when there is none. */
export function readSource(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

interface SourceFile {
  /** The text without comments. */
  code: string;
  imports: string[];
}

/** Which files a source file loads, and theirs, by the paths in its text; packages are not followed. */
export class ImportGraph {
  readonly #files = new Map<string, SourceFile>();
  readonly #read: (path: string) => string | null;

  /** @param read the text of a file, null when there is none */
  constructor(read: (path: string) => string | null) {
    this.#read = read;
  }

  /** The text of a file without its comments; empty when there is no such file. */
  code(path: string): string {
    return this.#file(path).code;
  }

  /** The file itself and everything that is loaded with it. */
  reach(path: string): ReadonlySet<string> {
    const reached = new Set<string>();
    const waiting = [path];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(...this.#file(next).imports);
    }
    return reached;
  }

  #file(path: string): SourceFile {
    const known = this.#files.get(path);
    if (known) return known;
    const code = (this.#read(path) ?? '').replace(comment, '');
    const imports = [...code.replace(typeImport, '').matchAll(imported)].map(([, target = '']) =>
      join(dirname(path), target),
    );
    const file = { code, imports };
    this.#files.set(path, file);
    return file;
  }
}
