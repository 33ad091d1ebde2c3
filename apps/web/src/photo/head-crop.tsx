import type { BoxDto } from '@snout/contract';
import type { ReactNode } from 'react';
import classes from './head-crop.module.css';

/** Space around the head, as a share of its longer side: as much as in the crops the service makes. */
const MARGIN = 0.15;

interface HeadCropProps {
  readonly src: string;
  readonly alt: string;
  readonly box: BoxDto;
  /** Of the photo in pixels. */
  readonly width: number;
  readonly height: number;
}

/** The head in a photo of this device, as a square. */
export function HeadCrop({ src, alt, box, width, height }: HeadCropProps): ReactNode {
  const [x0, y0, x1, y1] = box;
  const side = Math.min(Math.max(x1 - x0, y1 - y0) * (1 + 2 * MARGIN), width, height);
  const left = Math.min(Math.max((x0 + x1 - side) / 2, 0), width - side);
  const top = Math.min(Math.max((y0 + y1 - side) / 2, 0), height - side);
  const style = {
    width: `${(100 * width) / side}%`,
    left: `${(-100 * left) / side}%`,
    top: `${(-100 * top) / side}%`,
  };
  return (
    <div className={classes['square']}>
      <img className={classes['photo']} src={src} alt={alt} style={style} />
    </div>
  );
}
