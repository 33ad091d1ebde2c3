/** A reproducible stream of random numbers: the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  between(min: number, max: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** Bell-shaped, cut off at three standard deviations. */
  normal(mean: number, deviation: number): number;
  /** An independent stream: what is drawn from it shifts nothing else. */
  fork(label: string): Random;
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Mulberry32 generator (Tommy Ettinger, public domain) seeded by the hash of the seed's text. */
export function createRandom(seed: number | string): Random {
  const root = String(seed);
  let state = hashText(`snout:${root}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (min: number, max: number): number => min + (max - min) * next();
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    normal: (mean, deviation) => {
      // Irwin-Hall with n = 4: variance 4/12, so dividing by sqrt(1/3) gives a unit deviation.
      const sum = next() + next() + next() + next() - 2;
      const unit = Math.max(-3, Math.min(3, sum / Math.sqrt(1 / 3)));
      return mean + deviation * unit;
    },
    fork: (label) => createRandom(`${root}/${label}`),
  };
}
