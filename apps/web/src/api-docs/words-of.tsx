import { Code } from '@mantine/core';
import type { ReactNode } from 'react';

/** A sentence of the document, in English as it is there; what stands between backticks is code. */
export function WordsOf({ text }: { readonly text: string }): ReactNode {
  const parts = text.split('`');
  return (
    <span lang="en">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never change places.
          <Code key={index} className="break">
            {part}
          </Code>
        ) : (
          part
        ),
      )}
    </span>
  );
}
