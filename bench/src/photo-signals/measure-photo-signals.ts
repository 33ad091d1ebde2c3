import { COPY_DISTANCE, hashDistance, type PhotoTrace, SCREEN_SUSPECTED_FROM } from '@snout/core/recognition';
import { tracePhoto } from '@snout/vision/trace';
import sharp from 'sharp';
import { PHOTO_CHANGES, readPixels } from './photo-changes.ts';
import { ATTACKS, photographScreen } from './screen-shots.ts';

/** A photo, and whom it shows. */
export interface SignalPhoto {
  readonly path: string;
  readonly individual: string;
}

export interface PhotoSignalFigures {
  readonly photos: number;
  /** By kind of change: copies within COPY_DISTANCE. */
  readonly copiesFound: Readonly<Record<string, number>>;
  /** Pairs of different photos of one individual, and how many are wrongly held for copies. */
  readonly sameIndividual: { readonly pairs: number; readonly alarms: number };
  readonly others: { readonly pairs: number; readonly alarms: number };
  /** Real photos wrongly held for photos of a screen: BPCER is this over `photos`. */
  readonly screenAlarms: number;
  /** By kind of simulated attack: attacks that pass as real photos; APCER is this over `photos`. */
  readonly screensMissed: Readonly<Record<string, number>>;
  /** Processor time a photo, ms. */
  readonly millisecondsPerPhoto: number;
}

export async function measurePhotoSignals(photos: readonly SignalPhoto[], random: () => number): Promise<PhotoSignalFigures> {
  const traces: { readonly trace: PhotoTrace; readonly individual: string }[] = [];
  const copiesFound = Object.fromEntries(Object.keys(PHOTO_CHANGES).map((name) => [name, 0]));
  const screensMissed = Object.fromEntries(Object.keys(ATTACKS).map((name) => [name, 0]));
  let microseconds = 0;
  for (const { path, individual } of photos) {
    const pixels = await readPixels(path);
    const start = process.cpuUsage();
    const trace = tracePhoto(pixels);
    microseconds += process.cpuUsage(start).user;
    traces.push({ trace, individual });
    for (const [name, change] of Object.entries(PHOTO_CHANGES)) {
      const copy = await change(sharp(path).autoOrient(), pixels).toBuffer();
      if (isCopy(trace, tracePhoto(await readPixels(copy)))) copiesFound[name] = (copiesFound[name] ?? 0) + 1;
    }
    for (const [name, attack] of Object.entries(ATTACKS)) {
      const { screen } = tracePhoto(await readPixels(await photographScreen(pixels, attack, random)));
      if (screen < SCREEN_SUSPECTED_FROM) screensMissed[name] = (screensMissed[name] ?? 0) + 1;
    }
  }
  const screenAlarms = traces.filter(({ trace }) => trace.screen >= SCREEN_SUSPECTED_FROM).length;
  return {
    photos: photos.length,
    copiesFound,
    ...countPairs(traces),
    screenAlarms,
    screensMissed,
    millisecondsPerPhoto: microseconds / 1000 / photos.length,
  };
}

function countPairs(traces: readonly { readonly trace: PhotoTrace; readonly individual: string }[]) {
  const counts = { sameIndividual: { pairs: 0, alarms: 0 }, others: { pairs: 0, alarms: 0 } };
  traces.forEach((a, index) => {
    for (const b of traces.slice(index + 1)) {
      const count = a.individual === b.individual ? counts.sameIndividual : counts.others;
      count.pairs++;
      if (isCopy(a.trace, b.trace)) count.alarms++;
    }
  });
  return counts;
}

function isCopy(a: PhotoTrace, b: PhotoTrace): boolean {
  const distance = hashDistance(a, b);
  return distance !== null && distance <= COPY_DISTANCE;
}
