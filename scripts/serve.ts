import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startStaticServer } from './staticServer.ts';

const usage = `Serves the built app on this computer.

  npm start -- [--port 4173] [--host localhost] [--base /sub/path/] [--no-headers]

  --port        this port and no other (without it: 4173, or the next free one)
  --host        the address to listen on; 0.0.0.0 lets other computers of the network in
  --base        serve below a sub-path
  --no-headers  send no security headers, as some hosts do
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      host: { type: 'string', default: 'localhost' },
      base: { type: 'string', default: '/' },
      'no-headers': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const port = values.port === undefined ? 4173 : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port must be a number from 0 to 65535, not "${String(values.port)}".`);
  }
  const root = resolve(import.meta.dirname, '../dist');
  if (!existsSync(resolve(root, 'index.html')))
    throw new Error('There is no built app yet: run `npm run build` first.');
  const server = await startStaticServer({
    root,
    port,
    furtherPorts: values.port === undefined ? 20 : 0,
    host: values.host,
    base: values.base,
    headers: !values['no-headers'],
  });
  process.stdout.write(`\nFieldsift is running at ${server.url}\n`);
  process.stdout.write('Open that address in Chrome, Edge, Firefox or Safari. Press Ctrl+C here to stop.\n');
  const stop = () => {
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
