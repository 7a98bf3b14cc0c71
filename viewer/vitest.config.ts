import { defineConfig } from 'vitest/config';

/** Tests without a browser or a server: `npm test`. */
export default defineConfig({ test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] } });
