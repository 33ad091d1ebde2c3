import { EXIT } from './exit-code.ts';

/** How the outside stops a command. */
export interface StopSignals {
  /** Aborted by the first Ctrl-C, by SIGTERM, and when the reader of stdout has gone. */
  readonly signal: AbortSignal;
  /** From here on the signals end the process at once, as they do by default. */
  readonly release: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** The first Ctrl-C lets the command close its files, the second ends the process; nothing is half written either way. */
export function watchStops(program: NodeJS.Process): StopSignals {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) program.exit(EXIT.interrupted);
    controller.abort();
  };
  for (const name of SIGNALS) program.on(name, stop);
  program.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // "snout embed … | head": the reader has what it wanted.
    if (error.code === 'EPIPE') program.exit(EXIT.ok);
    throw error;
  });
  return {
    signal: controller.signal,
    release: () => {
      for (const name of SIGNALS) program.off(name, stop);
    },
  };
}
