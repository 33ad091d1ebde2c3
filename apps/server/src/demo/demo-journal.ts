import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** What of a demo is done: a start after a kill goes on where the one before was. */
export interface DemoJournal {
  readonly hasBegun: boolean;
  /**
   * Runs a step unless it was done before; gives what it gave then (an id, or nothing to remember). A step that was under way when the
   * process was killed runs again: the steps themselves are safe to repeat.
   */
  once(step: string, run: () => Promise<string>): Promise<string>;
}

const stepsSchema = z.record(z.string(), z.string());

export function openDemoJournal(file: string): DemoJournal {
  const hasBegun = existsSync(file);
  const done = new Map(hasBegun ? Object.entries(stepsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))) : []);
  const save = () => {
    // Renamed into place: a kill leaves the old journal or the new one.
    writeFileSync(`${file}.part`, JSON.stringify(Object.fromEntries(done), null, 1), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  };
  return {
    hasBegun,
    async once(step, run) {
      const known = done.get(step);
      if (known !== undefined) return known;
      // Before the first effect: from then on what is found is the demo's own.
      if (done.size === 0) save();
      const result = await run();
      done.set(step, result);
      save();
      return result;
    },
  };
}
