import type { Environment } from 'vitest/environments';

/** Runs a test in Node on code as it is built for a page: state and what is derived of it follow as on the screen. */
const environment: Environment = {
  name: 'page',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined }),
};

export default environment;
