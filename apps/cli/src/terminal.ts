/** Where output goes: data to stdout, everything else to stderr. */
export interface Terminal {
  /** One line of data. Resolves when the reader can take more: a slow pipe slows the work, it does not fill the memory. */
  print(text: string): Promise<void>;
  /** One line for people. */
  note(text: string): void;
  /** Draws over the status line; null removes it. Nothing happens when no person watches. */
  status(text: string | null): void;
  /** A person watches stderr. */
  readonly watched: boolean;
}

interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

export function createTerminal({ stdout, stderr }: Streams): Terminal {
  const watched = stderr.isTTY === true;
  let statusShown = false;
  const clear = () => {
    if (statusShown) stderr.write('\r\x1b[K');
    statusShown = false;
  };
  return {
    watched,
    async print(text) {
      // Both may be the same screen.
      if (stdout.isTTY) clear();
      if (stdout.write(`${text}\n`)) return;
      await new Promise<void>((resolve) => stdout.once('drain', resolve));
    },
    note(text) {
      clear();
      stderr.write(`${text}\n`);
    },
    status(text) {
      if (!watched) return;
      clear();
      if (text === null) return;
      stderr.write(text.slice(0, Math.max(10, (stderr.columns ?? 80) - 1)));
      statusShown = true;
    },
  };
}
