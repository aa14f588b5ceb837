import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';

const pageSize = 4096;
const patience = 20_000;

/** What the app held in memory when so many photos were sifted. */
export interface MemorySample {
  done: number;
  /** JavaScript, WebAssembly and DOM of the page and its workers; null when the browser does not say. */
  bytes: number | null;
  /** Resident memory of the browser's page processes; null where the system does not tell it. */
  residentBytes: number | null;
}

interface MemoryMeasure {
  measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }>;
}

function measureBytes(page: Page): Promise<number | null> {
  return page.evaluate(async () => {
    const measure = performance as MemoryMeasure;
    return (await measure.measureUserAgentSpecificMemory?.())?.bytes ?? null;
  });
}

async function residentBytesOf(processId: number): Promise<number> {
  const [, resident] = (await readFile(`/proc/${processId}/statm`, 'utf8')).split(' ');
  return Number(resident) * pageSize;
}

async function measureResidentBytes(page: Page): Promise<number | null> {
  const browser = page.context().browser();
  if (process.platform !== 'linux' || browser === null) return null;
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    const sizes = await Promise.all(renderers.map(({ id }) => residentBytesOf(id).catch(() => 0)));
    return sizes.reduce((sum, size) => sum + size, 0);
  } finally {
    await session.detach();
  }
}

/** Null instead of an error or a long wait: a measurement must never end a run. */
function orNull<Value>(measured: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  return Promise.race([measured.catch(() => null), late]).finally(() => clearTimeout(timer));
}

/** Measures the memory of the page and its workers now. */
export async function measureMemory(page: Page, done: number): Promise<MemorySample> {
  const bytes = await orNull(measureBytes(page));
  return { done, bytes, residentBytes: await orNull(measureResidentBytes(page)) };
}
