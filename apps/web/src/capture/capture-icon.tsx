import type { ReactNode } from 'react';
import { LineDrawing } from '../navigation/line-drawing.tsx';

const PATHS = {
  switch: 'M4 9a8 8 0 0 1 14-3l2 2M20 15a8 8 0 0 1-14 3l-2-2M20 3v5h-5M4 21v-5h5',
  torch: 'M13 2 5 14h6l-1 8 8-12h-6z',
  speech: 'M4 10v4h4l5 4V6L8 10zM16.500 8.500a5 5 0 0 1 0 7M19 6a8.500 8.500 0 0 1 0 12',
  silent: 'M4 10v4h4l5 4V6L8 10zM17 10l4 4M21 10l-4 4',
  sounds: 'M6 16V9a6 6 0 0 1 12 0v7l2 2H4zM10 21h4',
  left: 'M20 12H5M11 5l-7 7 7 7',
  right: 'M4 12h15M13 5l7 7-7 7',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4zM12 16.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z',
  done: 'M5 12.500 10 17.500 19 7',
} as const;

/** A drawing of the camera's buttons. */
export function CaptureIcon({ name, size = 22 }: { readonly name: keyof typeof PATHS; readonly size?: number }): ReactNode {
  return <LineDrawing path={PATHS[name]} size={size} />;
}
