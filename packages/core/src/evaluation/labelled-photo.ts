/** One photo (its best head) of a known individual. */
export interface LabelledPhoto {
  readonly individual: string;
  /** How people find the photo again: a path. Unique. */
  readonly name: string;
  /** Unit length; all photos of one evaluation have the same length of vector. */
  readonly vector: Float32Array;
  /** 0 (useless) to 100. */
  readonly quality: number;
}

/** Who is who among samples (photos, or templates of several) whose order keeps each individual's neighbours. */
export interface Grouping {
  /** Individual k owns samples starts[k] to starts[k + 1] - 1: one entry more than there are individuals. */
  readonly starts: Int32Array;
  /** Sample index to individual index. */
  readonly individualOf: Int32Array;
}

export interface GroupedPhotos extends Grouping {
  readonly photos: readonly LabelledPhoto[];
  /** Sorted by name, so that a seed gives the same result whatever order the photos came in. */
  readonly individuals: readonly string[];
}

export function groupByIndividual(photos: readonly LabelledPhoto[]): GroupedPhotos {
  const sorted = photos.toSorted((a, b) => byText(a.individual, b.individual) || byText(a.name, b.name));
  const individuals: string[] = [];
  const starts: number[] = [];
  const individualOf = new Int32Array(sorted.length);
  for (const [index, photo] of sorted.entries()) {
    if (photo.individual !== individuals.at(-1)) {
      individuals.push(photo.individual);
      starts.push(index);
    }
    individualOf[index] = individuals.length - 1;
  }
  starts.push(sorted.length);
  return { photos: sorted, individuals, starts: Int32Array.from(starts), individualOf };
}

/** Number of samples of one individual. */
export function samplesOf(group: Grouping, individual: number): number {
  return (group.starts[individual + 1] ?? 0) - (group.starts[individual] ?? 0);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
