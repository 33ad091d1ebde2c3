import type { PhotoHistory } from '../pets/index.ts';
import type { PhotoView } from '../recognition/index.ts';

/** When a photo was made, as well as it is known. */
export interface PhotoTime {
  readonly view: PhotoView;
  /** By the camera's clock, ISO 8601 without zone; null: it does not say. */
  readonly takenAt: string | null;
  /** When it came. */
  readonly addedAt: Date;
}

/** The newest photos of a pet, for its schedule. A camera's clock is taken as UTC, and never believed to be ahead of the arrival of its photo. */
export function newestPhotos(photos: readonly PhotoTime[]): Pick<PhotoHistory, 'lastFace' | 'lastNose'> {
  const newest = (views: readonly PhotoView[]): Date | null => {
    const times = photos.filter(({ view }) => views.includes(view)).map((photo) => timeOf(photo).getTime());
    return times.length > 0 ? new Date(Math.max(...times)) : null;
  };
  // Whoever photographed the whole animal has its face, too.
  return { lastFace: newest(['face', 'body']), lastNose: newest(['nose']) };
}

function timeOf({ takenAt, addedAt }: PhotoTime): Date {
  const taken = takenAt === null ? Number.NaN : Date.parse(`${takenAt}Z`);
  return Number.isFinite(taken) && taken < addedAt.getTime() ? new Date(taken) : addedAt;
}
