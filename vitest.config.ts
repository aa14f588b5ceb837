import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { chromiumArguments, softwareGraphicsArguments } from './scripts/browser/chromiumArguments.ts';
import { unitTests } from './scripts/testing/unitTests.ts';
import viteConfig from './vite.config.ts';

const browserPath = process.env['FIELDSIFT_BROWSER'];
const launchOptions = {
  args: [...chromiumArguments, ...softwareGraphicsArguments],
  ...(browserPath ? { executablePath: browserPath } : {}),
};

const files = unitTests();

/** Unit tests in one time zone; `isolate` gives each file a process of its own. */
function unitProject(
  name: string,
  groupOrder: number,
  TZ: string,
  isolate: boolean,
): TestProjectInlineConfiguration {
  const include = files.filter(({ alone, zones }) => alone === isolate && (zones || TZ === firstZone));
  return {
    extends: true,
    test: {
      name,
      environment: 'node',
      // Nothing passes or fails by its speed: this only ends a test that hangs, also on a slow and busy machine.
      testTimeout: 60_000,
      include: include.map(({ path }) => path),
      // Processes rather than threads, because a time zone is one for all threads of a process.
      pool: 'forks',
      isolate,
      maxWorkers: availableParallelism(),
      env: { TZ },
      // Projects of one group share their processes badly, so each has its own turn.
      sequence: { groupOrder },
      ...(isolate ? {} : { setupFiles: ['tests/helpers/sharedProcess.ts'] }),
    },
  };
}

// Two time zones far apart, one of them off the hour: no capture time may depend on where the tests run.
const firstZone = 'America/Los_Angeles';
const secondZone = 'Asia/Kathmandu';

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      // Measured and printed when asked for, never enforced.
      coverage: {
        provider: 'v8',
        include: ['src/**/*.ts'],
        exclude: ['src/**/*.test.ts', 'src/**/*.d.ts'],
        reporter: ['text', 'text-summary'],
        reportsDirectory: '.cache/coverage',
      },
      projects: [
        unitProject('unit', 1, firstZone, false),
        unitProject('unit alone', 2, firstZone, true),
        unitProject('unit elsewhere', 3, secondZone, false),
        unitProject('unit elsewhere alone', 4, secondZone, true),
        {
          extends: true,
          test: {
            name: 'browser',
            testTimeout: 60_000,
            include: ['tests/browser/**/*.test.ts', 'src/**/*.browser.test.ts'],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
        {
          extends: true,
          test: {
            name: 'e2e',
            environment: 'node',
            include: ['tests/e2e/**/*.test.ts'],
            testTimeout: 120_000,
            hookTimeout: 120_000,
            // Two files at a time; a browser and the sifted samples are shared by the files of a process.
            maxWorkers: 2,
            pool: 'forks',
            isolate: false,
            sequence: { groupOrder: 6 },
          },
        },
      ],
    },
  }),
);
