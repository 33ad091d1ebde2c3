import type { Terminal } from './terminal.ts';

/** Progress of long work on the status line. */
export interface Progress {
  advance(): void;
  close(): void;
}

const BAR_CELLS = 24;
/** Milliseconds between two drawings: people read no faster. */
const REDRAW_MS = 100;
/** Work that is over sooner than this many steps shows nothing. */
const MIN_STEPS = 5;

export function startProgress(terminal: Terminal, label: string, total: number): Progress {
  if (!terminal.watched || total < MIN_STEPS) return { advance() {}, close() {} };
  const startedAt = performance.now();
  let drawnAt = 0;
  let done = 0;
  return {
    advance() {
      done++;
      const now = performance.now();
      if (now - drawnAt < REDRAW_MS && done < total) return;
      drawnAt = now;
      terminal.status(progressLine(label, { done, total, seconds: (now - startedAt) / 1000 }));
    },
    close: () => terminal.status(null),
  };
}

interface Steps {
  readonly done: number;
  readonly total: number;
  /** Since the start. */
  readonly seconds: number;
}

export function progressLine(label: string, { done, total, seconds }: Steps): string {
  const share = Math.min(1, done / total);
  const filled = Math.round(share * BAR_CELLS);
  const left = done > 0 ? (seconds / done) * (total - done) : 0;
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)}`;
  return `${label} ${bar} ${done} of ${total}${done < total && seconds > 2 ? `, ${duration(left)} left` : ''}`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
