import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  /** The server that `npx vite` and `npx vite preview` ask: HILUM_SERVER, or at its usual address. */
  const server = loadEnv(mode, '.', 'HILUM_').HILUM_SERVER ?? 'http://127.0.0.1:8080';
  const proxy = { '/api': server, '/dicomweb': server };
  return {
    plugins: [react()],
    build: { outDir: 'dist', target: 'es2023' },
    server: { proxy },
    preview: { proxy },
  };
});
