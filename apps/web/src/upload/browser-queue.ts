import { newKey } from './new-key.ts';
import type { UploadQueueDeps } from './upload-queue.ts';

type Surroundings = Pick<UploadQueueDeps<never, never>, 'now' | 'random' | 'newKey' | 'after' | 'whenOnline' | 'alone'>;

/** What a queue of that name needs of the browser. */
export function browserQueue(name: string): Surroundings {
  return {
    now: Date.now,
    random: Math.random,
    newKey,
    after(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    whenOnline(work) {
      globalThis.addEventListener('online', work);
      return () => globalThis.removeEventListener('online', work);
    },
    // Pages that are neither local nor encrypted have no locks: there the key alone keeps two pages from doing it twice.
    alone: (work) => (navigator.locks ? navigator.locks.request(`snout-upload-${name}`, work) : work()),
  };
}
