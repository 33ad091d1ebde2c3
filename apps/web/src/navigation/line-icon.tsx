import type { ReactNode } from 'react';
import { LineDrawing } from './line-drawing.tsx';

const PATHS = {
  add: 'M12 5v14M5 12h14',
  identify:
    'M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M9 10v.1M15 10v.1M9 14.500c1.800 1.700 4.200 1.700 6 0',
  team: 'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM3 20c0-3.500 2.500-6 6-6s6 2.500 6 6M16 4.500a3.500 3.500 0 0 1 0 6.200M17.500 14.300c2.200.8 3.500 3 3.500 5.700',
  settings: 'M4 7h9M17 7h3M15 5v4M4 12h3M11 12h9M9 10v4M4 17h9M17 17h3M15 15v4',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4zM12 16.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z',
  shield: 'M12 3 5 6v5c0 4.500 3 8 7 10 4-2 7-5.500 7-10V6zM9 12l2.200 2.200L15.500 10',
  back: 'M20 12H5M11 5l-7 7 7 7',
} as const;
export type LineIconName = keyof typeof PATHS;

/** A drawing of the app. */
export function LineIcon({ name, size = 24 }: { readonly name: LineIconName; readonly size?: number }): ReactNode {
  return <LineDrawing path={PATHS[name]} size={size} />;
}
