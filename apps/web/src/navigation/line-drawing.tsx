import type { ReactNode } from 'react';

/** An outline on a field of 24 x 24, in the colour of the text around it. Decoration: the words beside it say what is meant. */
export function LineDrawing({ path, size }: { readonly path: string; readonly size: number }): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}
