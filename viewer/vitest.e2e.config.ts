import { defineConfig } from 'vitest/config';

/** Tests in a browser, against a whole server: `npm run e2e`. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: 'e2e/oneServer.ts',
    // One server for all, and two processors: one after the other.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
