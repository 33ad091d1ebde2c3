import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { PublishedEvaluation } from './published.ts';

const PROGRAM = resolve(import.meta.dirname, '../../../apps/cli/src/main.ts');

export interface SnoutEvaluate {
  readonly folder: string;
  readonly options: readonly string[];
  /** HTML file to write. */
  readonly report: string;
}

/**
 * Runs `snout evaluate FOLDER --json --report FILE --no-photos`. What it prints counts even when it says by its exit code that there was
 * too little to compare. @throws when it prints no result.
 */
export async function snoutEvaluate({ folder, options, report }: SnoutEvaluate): Promise<Omit<PublishedEvaluation, 'weights'>> {
  const args = ['evaluate', folder, ...options, '--json', '--report', report, '--no-photos'];
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (printed.trim() === '') throw new Error(`snout evaluate ended with ${code} and without a result.`);
  return JSON.parse(printed);
}
