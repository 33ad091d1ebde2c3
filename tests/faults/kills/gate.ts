/** Where the load waits while the service is down. */
export interface Gate {
  /** Address of the service while it takes requests; waits for it. */
  url(): Promise<string>;
  /** The same for whoever begins something; null: nothing is begun any more. */
  urlToBegin(): Promise<string | null>;
  /** Resolves when it is closed, or nothing is begun any more. */
  closing(): Promise<void>;
  open(url: string): void;
  close(): void;
  /** What was begun is brought to its end, and nothing else begun. */
  finish(): void;
  isFinishing(): boolean;
  /** Resolves when so many wait. */
  parked(count: number): Promise<void>;
}

export function createGate(): Gate {
  let address: string | null = null;
  let isFinishing = false;
  const waiting = new Set<() => void>();
  const leaving = new Set<() => void>();
  let watch: { readonly count: number; readonly resolve: () => void } | null = null;

  const tellWatch = () => {
    if (watch && waiting.size >= watch.count) watch.resolve();
  };
  const wake = (sleeping: Set<() => void>) => {
    const all = [...sleeping];
    sleeping.clear();
    for (const resolve of all) resolve();
  };
  const pass = async (mayBegin: () => boolean): Promise<string | null> => {
    while (mayBegin()) {
      if (address !== null) return address;
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
        tellWatch();
      });
    }
    return null;
  };
  return {
    async url() {
      return (await pass(() => true)) ?? '';
    },
    urlToBegin: () => pass(() => !isFinishing),
    closing: () =>
      new Promise((resolve) => {
        if (address === null || isFinishing) resolve();
        else leaving.add(resolve);
      }),
    open(url) {
      address = url;
      wake(waiting);
    },
    close() {
      address = null;
      wake(leaving);
    },
    finish() {
      isFinishing = true;
      wake(waiting);
      wake(leaving);
    },
    isFinishing: () => isFinishing,
    parked: (count) =>
      new Promise((resolve) => {
        watch = { count, resolve };
        tellWatch();
      }),
  };
}
