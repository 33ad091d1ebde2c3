import type { ReactNode } from 'react';
import { encode } from 'uqr';
import classes from './qr-code.module.css';

/** Modules around the code that stay empty, so that readers see where it ends (ISO/IEC 18004). */
const QUIET_ZONE = 4;

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
  /** Pixels. */
  readonly size: number;
}

/** A QR code, dark on light whatever the colours of the page: readers expect it so. */
export function QrCode({ text, label, size }: QrCodeProps): ReactNode {
  const { data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      className={classes['code']}
      width={size}
      height={size}
      viewBox={`0 0 ${data.length} ${data.length}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
