import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { FusionEvaluation } from '@snout/core/evaluation';
import type { PublishedEvaluation } from './published.ts';

const PROGRAM = resolve(import.meta.dirname, '../../../apps/cli/src/main.ts');

export interface SnoutEvaluate {
  readonly folder: string;
  readonly options: readonly string[];
  /** HTML file to write. */
  readonly report: string;
}

/** What `snout evaluate --modality fused --json` prints, as far as it is published. */
export interface FusionReport extends FusionEvaluation {
  readonly species: 'dog' | 'cat';
  readonly models: { readonly embedder: string; readonly marks: string };
  readonly pairs: { readonly offered: number; readonly compared: number };
  readonly failures: number;
}

/**
 * Runs `snout evaluate FOLDER --json --report FILE --no-photos`. What it prints counts even when it says by its exit code that there was
 * too little to compare. @throws when it prints no result.
 */
export async function snoutEvaluate({ folder, options, report }: SnoutEvaluate): Promise<Omit<PublishedEvaluation, 'weights'>> {
  return JSON.parse(await printedBy([folder, ...options, '--report', report, '--no-photos']));
}

/** Runs `snout evaluate --modality fused FOLDER --json`, likewise. */
export async function snoutEvaluateFused({ folder, options }: Omit<SnoutEvaluate, 'report'>): Promise<FusionReport> {
  return JSON.parse(await printedBy(['--modality', 'fused', folder, ...options]));
}

async function printedBy(options: readonly string[]): Promise<string> {
  const args = ['evaluate', ...options, '--json'];
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (printed.trim() === '') throw new Error(`snout evaluate ended with ${code} and without a result.`);
  return printed;
}
