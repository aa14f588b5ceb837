import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { mimeType } from './mimeTypes.ts';
import { cacheControl, normalizeBase, resolveRequest } from './requestPath.ts';
import { securityHeaders } from './securityHeaders.ts';

export interface StaticServerOptions {
  /** The folder to serve, as a rule `dist`. */
  root: string;
  /** 0 takes any free port. */
  port?: number;
  /** How many further ports are tried when the port is taken. */
  furtherPorts?: number;
  /** `localhost` listens on both loopback addresses; anything else on that one address. */
  host?: string;
  /** Serve below this path instead of the root. */
  base?: string;
  /** False imitates a host that sends no security headers. */
  headers?: boolean;
}

export interface StaticServer {
  /** With a trailing slash and the base, for example `http://localhost:4173/`. */
  url: string;
  port: number;
  close(): Promise<void>;
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  options: { root: string; base: string; headers: Record<string, string> },
): Promise<void> {
  const finish = (status: number, extra: Record<string, string> = {}, body = '') => {
    response.writeHead(status, { ...options.headers, 'Content-Type': 'text/plain; charset=utf-8', ...extra });
    response.end(body);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    finish(405, { Allow: 'GET, HEAD' }, 'Only GET and HEAD.\n');
    return;
  }
  const target = resolveRequest(request.url ?? '/', options.base);
  if (target.kind === 'redirect') {
    finish(301, { Location: target.location });
    return;
  }
  if (target.kind === 'refused') {
    finish(target.status, {}, target.status === 404 ? 'Not found.\n' : 'Bad request.\n');
    return;
  }
  const path = join(options.root, ...target.segments);
  const entry = await stat(path).catch(() => null);
  if (entry === null || !entry.isFile()) {
    finish(404, {}, 'Not found.\n');
    return;
  }
  response.writeHead(200, {
    ...options.headers,
    'Content-Type': mimeType(path),
    'Content-Length': String(entry.size),
    'Cache-Control': cacheControl(`/${target.segments.join('/')}`),
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(path), response);
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Listens on every address or on none; null when the port is taken on one of them. */
async function listenOnAll(
  hosts: string[],
  port: number,
  create: () => Server,
): Promise<{ servers: Server[]; port: number } | null> {
  const servers: Server[] = [];
  let boundPort = port;
  for (const host of hosts) {
    const server = create();
    try {
      boundPort = await listen(server, host, boundPort);
      servers.push(server);
    } catch (error) {
      // A machine without IPv6 (or, rarely, without IPv4) has one loopback address only.
      if (['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(errorCode(error) ?? '') && hosts.length > 1)
        continue;
      await Promise.all(servers.map(closeServer));
      if (errorCode(error) === 'EADDRINUSE') return null;
      throw error;
    }
  }
  return servers.length > 0 ? { servers, port: boundPort } : null;
}

/**
 * Serves a folder of static files, nothing else: no directory lists, no fallback page, no way out of the folder.
 *
 * @throws Error when the port and its further ports are all taken
 */
export async function startStaticServer(options: StaticServerOptions): Promise<StaticServer> {
  const { root, port = 0, furtherPorts = 0, host = 'localhost' } = options;
  const base = normalizeBase(options.base ?? '/');
  const headers = options.headers === false ? {} : securityHeaders;
  const create = () =>
    createServer((request, response) => {
      respond(request, response, { root, base, headers }).catch(() => response.destroy());
    });
  const hosts = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  // With port 0 the second address may find the first one's port taken: another try takes another port.
  const candidates =
    port === 0 ? [0, 0, 0, 0, 0] : Array.from({ length: furtherPorts + 1 }, (_, add) => port + add);
  for (const candidate of candidates) {
    const bound = await listenOnAll(hosts, candidate, create);
    if (bound === null) continue;
    const shownHost = host.includes(':') ? `[${host}]` : host;
    return {
      url: `http://${shownHost}:${bound.port}${base}`,
      port: bound.port,
      close: async () => {
        await Promise.all(bound.servers.map(closeServer));
      },
    };
  }
  const range = furtherPorts > 0 ? `Ports ${port} to ${port + furtherPorts} are` : `Port ${port} is`;
  throw new Error(`${range} taken on ${host}. Choose another one with --port.`);
}
