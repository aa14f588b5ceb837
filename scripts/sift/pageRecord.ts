import type { BrowserContext } from 'playwright';

const keptLines = 200;

/** What went wrong in a browser, and where it tried to connect to. */
export interface PageRecord {
  consoleErrors: string[];
  pageErrors: string[];
  /** Addresses beyond the app's own origin that anything in the browser asked for; must stay empty. */
  foreignRequests: string[];
  /** How many requests went to the app's own origin. */
  ownRequests: number;
  crashed: boolean;
}

/** Keeps a record of every page, worker and service worker of a browser from now on. */
export function watchPage(context: BrowserContext, origin: string): PageRecord {
  const record: PageRecord = {
    consoleErrors: [],
    pageErrors: [],
    foreignRequests: [],
    ownRequests: 0,
    crashed: false,
  };
  const keep = (list: string[], line: string) => {
    if (list.length < keptLines) list.push(line);
  };
  const sawRequest = (address: string) => {
    const url = new URL(address);
    if (!/^(https?|wss?):$/.test(url.protocol)) return;
    if (url.host === new URL(origin).host) record.ownRequests++;
    else keep(record.foreignRequests, address);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') keep(record.consoleErrors, message.text());
  });
  context.on('weberror', (webError) =>
    keep(record.pageErrors, webError.error().stack ?? webError.error().message),
  );
  context.on('request', (request) => sawRequest(request.url()));
  const watch = (page: ReturnType<BrowserContext['pages']>[number]) => {
    page.on('websocket', (socket) => sawRequest(socket.url()));
    page.on('crash', () => (record.crashed = true));
  };
  context.pages().forEach(watch);
  context.on('page', watch);
  return record;
}
