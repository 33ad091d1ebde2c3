/** Fast Fourier transforms of one length, a power of two from 2 on: tables are made once. */
export interface Fourier {
  readonly size: number;
  /** In place, radix 2 (Cooley and Tukey 1965), of `size` complex numbers at offset + i * stride. */
  transform(re: Float64Array, im: Float64Array, offset: number, stride: number): void;
}

export function createFourier(size: number): Fourier {
  const cos = Float64Array.from({ length: size / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / size));
  const sin = Float64Array.from({ length: size / 2 }, (_, i) => -Math.sin((2 * Math.PI * i) / size));
  const bits = Math.log2(size);
  const reversed = Uint16Array.from({ length: size }, (_, i) => {
    let result = 0;
    for (let bit = 0; bit < bits; bit++) result |= ((i >> bit) & 1) << (bits - 1 - bit);
    return result;
  });
  const a = new Float64Array(size);
  const b = new Float64Array(size);

  /** Reads in bit-reversed order and does the first round, whose factor is 1: nothing is to be multiplied. */
  const load = (re: Float64Array, im: Float64Array, offset: number, stride: number) => {
    for (let i = 0; i < size; i += 2) {
      const p = offset + (reversed[i] ?? 0) * stride;
      const q = offset + (reversed[i + 1] ?? 0) * stride;
      const pr = re[p] ?? 0;
      const pi = im[p] ?? 0;
      const qr = re[q] ?? 0;
      const qi = im[q] ?? 0;
      a[i] = pr + qr;
      b[i] = pi + qi;
      a[i + 1] = pr - qr;
      b[i + 1] = pi - qi;
    }
  };

  const butterflies = (half: number) => {
    const step = size / (2 * half);
    for (let start = 0; start < size; start += 2 * half) {
      for (let i = start, k = 0; i < start + half; i++, k += step) {
        const j = i + half;
        const c = cos[k] ?? 0;
        const s = sin[k] ?? 0;
        const ar = a[j] ?? 0;
        const ai = b[j] ?? 0;
        const x = ar * c - ai * s;
        const y = ar * s + ai * c;
        const br = a[i] ?? 0;
        const bi = b[i] ?? 0;
        a[j] = br - x;
        b[j] = bi - y;
        a[i] = br + x;
        b[i] = bi + y;
      }
    }
  };

  return {
    size,
    transform(re, im, offset, stride) {
      load(re, im, offset, stride);
      for (let half = 2; half < size; half *= 2) butterflies(half);
      for (let i = 0, to = offset; i < size; i++, to += stride) {
        re[to] = a[i] ?? 0;
        im[to] = b[i] ?? 0;
      }
    },
  };
}
