import type { CommandContext, CommonOptions } from '../command-context.ts';
import { writeWhole } from '../write-whole.ts';

export interface CalibrationOutput {
  /** What was fitted, as it is printed and written. */
  readonly fitted: unknown;
  /** The same as lines for people. */
  readonly lines: readonly string[];
  /** Puts it into the model's folder; gives words for what was replaced. */
  readonly replace: () => Promise<string>;
}

/** Where the command line wants what was fitted. */
export interface CalibrationTarget extends CommonOptions {
  readonly out?: string;
  readonly write?: boolean;
}

/** Written in the working folder when the command line says neither --out nor --write. */
const DEFAULT_OUT = 'calibration.json';

/** Writes what was fitted into a file, into the model's folder, or both, and prints it. */
export async function writeCalibration(
  { terminal }: CommandContext,
  { out: asked, write, json }: CalibrationTarget,
  { fitted, lines, replace }: CalibrationOutput,
): Promise<void> {
  const out = asked ?? (write ? null : DEFAULT_OUT);
  if (out !== null) {
    await writeWhole(out, `${JSON.stringify(fitted, null, 2)}\n`);
    terminal.note(`Calibration written to ${out}.`);
  }
  if (write) terminal.note(await replace());
  if (json) await terminal.print(JSON.stringify(fitted));
  else for (const line of lines) await terminal.print(line);
}
