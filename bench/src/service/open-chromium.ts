import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Chromium without a window, before whose camera a video (.y4m) runs over and over; null where there is none (SNOUT_CHROMIUM names one). */
export async function openChromium(video: string): Promise<Browser | null> {
  const executablePath = process.env['SNOUT_CHROMIUM'] || '/usr/bin/chromium';
  if (!existsSync(executablePath)) return null;
  const args = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${video}`];
  return chromium.launch({
    executablePath,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...args],
    timeout: 120_000,
  });
}
