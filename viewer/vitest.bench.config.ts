import { defineConfig } from 'vitest/config';

/** The viewer's bars, measured in a browser against a whole server: `./dev viewer-bench`. */
export default defineConfig({
  test: { include: ['bench/**/*.bench.ts'], testTimeout: 600_000, hookTimeout: 300_000 },
});
