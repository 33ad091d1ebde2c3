import type { IdentificationDto } from '@snout/contract';
import { createContext, type ReactNode, use, useState } from 'react';

/** The photos asked about last, and what Snout said. */
export interface Identification {
  readonly files: readonly File[];
  readonly answer: IdentificationDto;
}

type Kept = readonly [Identification | null, (identification: Identification | null) => void];

const IdentificationContext = createContext<Kept>([null, () => undefined]);

/** Keeps the last answer while a person looks at one of its pets and comes back; a reload forgets it, as the photos are on the page only. */
export function IdentificationProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const kept = useState<Identification | null>(null);
  return <IdentificationContext value={kept}>{children}</IdentificationContext>;
}

export function useKeptIdentification(): Kept {
  return use(IdentificationContext);
}
