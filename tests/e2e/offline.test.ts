import { afterEach, describe, expect, it } from 'vitest';
import { launchApp, type AppWindow } from '../helpers/app.ts';
import { finishRun } from '../helpers/run.ts';

let app: AppWindow | undefined;
afterEach(() => app?.close());

describe.each([
  ['a host that sends the security headers', { headers: true }],
  ['a plain host, under a sub-path', { headers: false, base: '/tools/fieldsift/' }],
])('after one visit to %s', (_, options) => {
  it('the app starts and sifts with its server dead', async () => {
    app = await launchApp(options);
    const { page, server } = app;
    await page.getByText('Ready to work offline').waitFor({ timeout: 60_000 });
    await server.close();
    await page.reload();
    await page.getByRole('button', { name: 'Try it with sample photos' }).click();
    expect(await finishRun(page)).toMatchObject({ failed: 0, pending: 0 });
  });
});

describe('the privacy wall', () => {
  it.each([{ headers: true }, { headers: false }])(
    'lets neither the page nor a worker connect anywhere else (%o)',
    async (options) => {
      app = await launchApp(options);
      const { page } = app;
      await page.getByText('Ready to work offline').waitFor({ timeout: 60_000 });
      await page.reload();
      const refused = await page.evaluate(async () => {
        // A set: the policy of the document and that of its response both speak up.
        const refusedBy = new Set<string>();
        document.addEventListener('securitypolicyviolation', (event) =>
          refusedBy.add(event.effectiveDirective),
        );
        const outcome = await fetch('https://example.com/').then(
          () => 'connected',
          () => 'refused',
        );
        new Image().src = 'https://example.com/pixel.gif';
        await new Promise((resolve) => setTimeout(resolve, 200));
        return { outcome, refusedBy: [...refusedBy] };
      });
      expect(refused).toEqual({ outcome: 'refused', refusedBy: ['connect-src', 'img-src'] });
      const workerScript = await page.evaluate(async () => {
        const entries = performance.getEntriesByType('resource').map(({ name }) => name);
        const script = entries.find((name) => name.endsWith('.js')) ?? '';
        return (await fetch(script)).headers.get('Content-Security-Policy');
      });
      expect(workerScript).toContain("connect-src 'self'");
    },
  );
});

describe('installing', () => {
  it('is offered: the web app manifest has no fault', async () => {
    // A page of a private window, which a context is, cannot be installed.
    app = await launchApp({ browserArguments: [] });
    const session = await app.context.newCDPSession(app.page);
    await app.page.getByText('Ready to work offline').waitFor({ timeout: 60_000 });
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
    const { errors } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
  });
});
