import { availableParallelism, loadavg } from 'node:os';
import { machineInWords } from './machine-in-words.ts';

/** Under what the figures of one benchmark were measured, in words. */
export interface Conditions {
  readonly machine: string;
  readonly photos: string;
  /** ISO 8601. */
  readonly day: string;
  /** Work that waited for a processor in the minute before, by others: figures of a busy machine are worse than Snout. */
  readonly load: string;
}

/** As they are now: before the benchmark. */
export function conditionsNow(photos: string): Conditions {
  const [waiting = 0] = loadavg();
  return {
    machine: machineInWords(),
    photos,
    day: new Date().toISOString().slice(0, 10),
    load: `${waiting.toFixed(1)} processes for ${availableParallelism()} processors`,
  };
}
