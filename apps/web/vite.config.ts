import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npm run dev`: the page from Vite, the API from a service started beside it. */
const API = 'http://127.0.0.1:4873';

export default defineConfig({
  plugins: [react()],
  // The server puts the nonce of each answer in its place; see http/web-files.ts of apps/server.
  html: { cspNonce: 'SNOUT_CSP_NONCE' },
  // Inlined files would be data: URLs, which the content security policy refuses for scripts and fonts.
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': API } },
});
