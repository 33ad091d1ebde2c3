import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { currentFarewell, sayFarewell, watchFarewell } from './farewell.ts';

const FarewellDialog = lazy(async () => ({ default: (await import('./farewell-dialog.tsx')).FarewellDialog }));

/**
 * Beside all pages: the page on which everything was erased may hear at any moment that there is no such organisation, or that nobody is
 * signed in, and give way to another one.
 */
export function FarewellHost(): ReactNode {
  const farewell = useSyncExternalStore(watchFarewell, currentFarewell);
  if (farewell === null) return null;
  const leave = () => {
    sayFarewell(null);
    farewell.onLeave();
  };
  return (
    <Suspense fallback={null}>
      <FarewellDialog of={farewell.of} onLeave={leave} />
    </Suspense>
  );
}
