import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';

/** Clock ticks a second, as Linux counts the time of processes. */
const ticks = 100;

/**
 * Seconds that the processes of a browser have spent on a processor; null where the system does not tell.
 *
 * @param type only those of that kind, as the browser names it: `browser`, `renderer`
 */
export async function cpuSecondsOf(
  browser: Browser | null,
  type: string | null = null,
): Promise<number | null> {
  if (process.platform !== 'linux' || browser === null) return null;
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const asked = processInfo.filter((one) => type === null || one.type === type);
    const times = await Promise.all(asked.map(({ id }) => cpuSecondsOfProcess(id).catch(() => 0)));
    return times.reduce((sum, seconds) => sum + seconds, 0);
  } finally {
    await session.detach();
  }
}

async function cpuSecondsOfProcess(id: number): Promise<number> {
  const stat = await readFile(`/proc/${id}/stat`, 'utf8');
  // The name in brackets may hold blanks; user and system time are the 12th and 13th number after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}
