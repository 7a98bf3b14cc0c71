import { defineConfig } from 'vitest/config';

/** Pictures to look at, of every screen against a whole server: `./dev pictures`. */
export default defineConfig({
  test: {
    include: ['look/**/*.look.ts'],
    globalSetup: 'e2e/oneServer.ts',
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});
