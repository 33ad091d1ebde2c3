import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { listShellFiles } from './build/list-shell-files.ts';

/** `npm run dev`: the page from Vite, the API from a service started beside it. */
const API = 'http://127.0.0.1:4873';
const path = (name: string) => resolve(import.meta.dirname, name);

export default defineConfig({
  plugins: [react(), listShellFiles(path('public'))],
  // The server puts the nonce of each answer in its place; see http/web-files.ts of apps/server.
  html: { cspNonce: 'SNOUT_CSP_NONCE' },
  build: {
    // Inlined files would be data: URLs, which the content security policy refuses for scripts and fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // tests/browser/app-size.test.ts reads it.
    manifest: true,
    rolldownOptions: {
      input: { index: path('index.html'), 'service-worker': path('src/pwa/service-worker.ts') },
      output: {
        // A service worker is asked for by its name, at the root of what it serves.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        // Parts of libraries that most pages use come in one file: twenty small ones are 2 % larger together, and each is asked for.
        codeSplitting: { groups: [{ name: 'shared', test: /node_modules/, minShareCount: 10 }] },
      },
    },
  },
  // The worker that looks at the camera's picture is a module, with its own lazily loaded parts.
  worker: { format: 'es' },
  server: { proxy: { '/api': API, '/models': API } },
});
