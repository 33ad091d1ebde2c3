import { createContext, type ReactNode, use, useEffect, useRef } from 'react';

interface Arrival {
  /** Whether a page has been shown since the app was opened: the first one leaves the keyboard where the browser put it. */
  current: boolean;
}

const ArrivalContext = createContext<Arrival>({ current: false });

/** Remembers, for the pages in it, whether the person came from another page of the app. */
export function ArrivalProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const arrived = useRef(false);
  return <ArrivalContext value={arrived}>{children}</ArrivalContext>;
}

/** Gives a page shown after another one the keyboard, at its heading, from the top: as loading a document would, and as it is read aloud. */
export function useArrival(heading: React.RefObject<HTMLHeadingElement | null>): void {
  const arrival = use(ArrivalContext);
  useEffect(() => {
    if (arrival.current) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    arrival.current = true;
  }, [arrival, heading]);
}
