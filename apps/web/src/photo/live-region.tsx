import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';

/** Read aloud when it changes; not seen. Keep it in the page from the start, empty. */
export function LiveRegion({ words }: { readonly words: string }): ReactNode {
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {words}
    </VisuallyHidden>
  );
}
