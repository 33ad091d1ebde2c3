import type { ReactNode } from 'react';

/** A paw, drawn in the colour of the text around it. Decoration. */
export function PawMark({ size }: { readonly size: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="12 9 40 42" fill="currentColor" aria-hidden="true" focusable="false">
      <path d="M32 30c-9 0-15 5.500-15 11 0 4 3.500 6 7.500 6 3 0 4.500-1.300 7.500-1.300s4.500 1.300 7.500 1.300c4 0 7.500-2 7.500-6 0-5.500-6-11-15-11z" />
      <ellipse cx="17" cy="27" rx="4.800" ry="6.300" transform="rotate(-24 17 27)" />
      <ellipse cx="47" cy="27" rx="4.800" ry="6.300" transform="rotate(24 47 27)" />
      <ellipse cx="26.500" cy="19" rx="4.800" ry="6.800" transform="rotate(-8 26.500 19)" />
      <ellipse cx="37.500" cy="19" rx="4.800" ry="6.800" transform="rotate(8 37.500 19)" />
    </svg>
  );
}
