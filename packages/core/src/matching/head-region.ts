import type { Head } from '../recognition/photo-analysis.ts';
import type { MarkRegion } from './mark-finder.port.ts';

/** Where marks of a head are looked for. */
export function headRegion({ box, landmarks }: Pick<Head, 'box' | 'landmarks'>): MarkRegion {
  const { leftEye, rightEye } = landmarks;
  return { kind: 'head', box, leftEye, rightEye };
}
