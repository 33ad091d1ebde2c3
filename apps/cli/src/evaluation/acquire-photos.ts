import { join } from 'node:path';
import type { LabelledPhoto } from '@snout/core/evaluation';
import type { AnalysedHead, AnalyseOptions, Box, PhotoAnalysis, Species } from '@snout/core/recognition';
import { analyseFile } from '../analyse-file.ts';
import type { OpenRecogniser } from '../command-context.ts';
import { mapInOrder } from '../map-in-order.ts';
import { type Progress, startProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import type { LabelledIndividual } from './labelled-folder.ts';

/** The head that stands for a photo. */
export interface AcquiredPhoto extends LabelledPhoto {
  /** What the detector takes it for. */
  readonly species: Species;
  /** In pixels of the upright photo. */
  readonly box: Box;
}

/** ISO/IEC 19795 failure to acquire: the photo gives no template. */
export interface AcquisitionFailure {
  readonly individual: string;
  readonly name: string;
  readonly why: 'no-head' | 'unreadable';
  readonly message: string;
}

/** Photos of the individuals of one species, or of all when nobody says which they are. */
export interface AcquiredSet {
  readonly species: Species | null;
  readonly photos: readonly AcquiredPhoto[];
  /** Files offered. */
  readonly offered: number;
  readonly failures: readonly AcquisitionFailure[];
  /** Heads found beside the one taken, in all photos. */
  readonly otherHeads: number;
}

interface Source {
  readonly folder: string;
  readonly individuals: readonly LabelledIndividual[];
  readonly cropped: boolean;
  readonly signal: AbortSignal;
}

/** Photos on their way beyond those in work, so that no worker waits for the disk. */
const READ_AHEAD = 2;

/** One set per species that the input names, dogs first. */
export async function acquirePhotos(open: OpenRecogniser, terminal: Terminal, source: Source): Promise<AcquiredSet[]> {
  const total = source.individuals.reduce((sum, { files }) => sum + files.length, 0);
  const progress = startProgress(terminal, 'Reading photos', total);
  const sets: AcquiredSet[] = [];
  for (const species of ['dog', 'cat', null] as const) {
    const individuals = source.individuals.filter((individual) => individual.species === species);
    if (individuals.length > 0) sets.push(await acquireSet(open, { ...source, individuals }, { species, progress }));
  }
  progress.close();
  return sets;
}

async function acquireSet(
  open: OpenRecogniser,
  { folder, individuals, cropped, signal }: Source,
  { species, progress }: { readonly species: Species | null; readonly progress: Progress },
): Promise<AcquiredSet> {
  const photos: AcquiredPhoto[] = [];
  const failures: AcquisitionFailure[] = [];
  let otherHeads = 0;
  const files = individuals.flatMap(({ individual, files }) => files.map((name) => ({ individual, name })));
  const options: AnalyseOptions = cropped ? { cropped, ...(species === null ? {} : { species }) } : {};
  const results = mapInOrder(files, open.workers + READ_AHEAD, async ({ individual, name }) => ({
    individual,
    name,
    result: await analyseFile(open.recogniser, join(folder, name), { ...options, signal }),
  }));
  for await (const { individual, name, result } of results) {
    progress.advance();
    if (result.kind === 'failed') {
      failures.push({ individual, name, why: 'unreadable', message: result.error });
      continue;
    }
    const head = bestHead(result.photo, species);
    if (head === null) {
      failures.push({ individual, name, why: 'no-head', message: 'No head of a dog or cat was found.' });
      continue;
    }
    otherHeads += result.photo.heads.length - 1;
    const { template, quality, box } = head;
    photos.push({ individual, name, vector: template.vector, quality: quality.score, species: head.species, box });
  }
  return { species, photos, offered: files.length, failures, otherHeads };
}

/** By score times size (longer side), among the heads of the expected species when there are any. */
export function bestHead({ heads }: Pick<PhotoAnalysis, 'heads'>, expected: Species | null): AnalysedHead | null {
  const matching = heads.filter(({ species }) => species === expected);
  const weight = ({ score, box: [x0, y0, x1, y1] }: AnalysedHead) => score * Math.max(x1 - x0, y1 - y0);
  return (matching.length > 0 ? matching : [...heads]).sort((a, b) => weight(b) - weight(a))[0] ?? null;
}
