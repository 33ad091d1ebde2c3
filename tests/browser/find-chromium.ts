import { existsSync } from 'node:fs';

/** The browser for browser tests, or null with a line that says that they are skipped. */
export function findChromium(): string | null {
  const path = process.env['SNOUT_CHROMIUM'] || '/usr/bin/chromium';
  if (existsSync(path)) return path;
  process.stderr.write(`Browser tests are SKIPPED: there is no browser at ${path}. Install Chromium or set SNOUT_CHROMIUM.\n`);
  return null;
}
