import type { Marks } from './marks.ts';

/** First byte: what is written otherwise one day is told by it, and found anew. */
const FORMAT = 1;
/** Bytes before the marks: format, side, count, dimensions. */
const HEADER = 7;
/** Places in the crop are kept to a 64th of a pixel, in 16 bits: crops of up to 1,023 px. */
const STEPS = 64;
/** Of a mark, beside its vector: two places in the crop of 2 bytes, two in the photo of 4 bytes, a score of 1 byte. */
const BESIDE_VECTOR = 13;

/**
 * Marks as bytes to be stored: 77 bytes a mark of 64 dimensions, some 40 KB a photo, a quarter of what they take in memory. Each vector is kept in
 * steps of a 127th of its greatest number, and brought back to length 1 when it is read: its cosine with the former one is above 0.999. The
 * network's id is not among them.
 */
export function packMarks({ side, count, dimensions, inCrop, inPhoto, scores, vectors }: Marks): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER + count * (BESIDE_VECTOR + dimensions));
  const view = new DataView(bytes.buffer);
  view.setUint8(0, FORMAT);
  view.setUint16(1, side);
  view.setUint16(3, count);
  view.setUint16(5, dimensions);
  let at = HEADER;
  for (let i = 0; i < count; i++) {
    for (const axis of [2 * i, 2 * i + 1]) {
      view.setUint16(at, Math.round((inCrop[axis] ?? 0) * STEPS));
      view.setFloat32(at + 2, inPhoto[axis] ?? 0);
      at += 6;
    }
    view.setUint8(at++, Math.round((scores[i] ?? 0) * 255));
    const vector = vectors.subarray(i * dimensions, (i + 1) * dimensions);
    const greatest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    for (const value of vector) view.setInt8(at++, greatest === 0 ? 0 : Math.round((value * 127) / greatest));
  }
  return bytes;
}

/** What packMarks wrote, or null: these bytes are of another format, or not whole. `model`: the network that found the marks. */
export function unpackMarks(bytes: Uint8Array, model: string): Marks | null {
  if (bytes.length < HEADER || bytes[0] !== FORMAT) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [side, count, dimensions] = [view.getUint16(1), view.getUint16(3), view.getUint16(5)];
  if (bytes.length !== HEADER + count * (BESIDE_VECTOR + dimensions)) return null;
  const inCrop = new Float32Array(2 * count);
  const inPhoto = new Float32Array(2 * count);
  const scores = new Float32Array(count);
  const vectors = new Float32Array(count * dimensions);
  let at = HEADER;
  for (let i = 0; i < count; i++) {
    for (const axis of [2 * i, 2 * i + 1]) {
      inCrop[axis] = view.getUint16(at) / STEPS;
      inPhoto[axis] = view.getFloat32(at + 2);
      at += 6;
    }
    scores[i] = view.getUint8(at++) / 255;
    const vector = vectors.subarray(i * dimensions, (i + 1) * dimensions);
    for (let k = 0; k < dimensions; k++) vector[k] = view.getInt8(at++);
    const length = Math.hypot(...vector);
    for (let k = 0; k < dimensions; k++) vector[k] = (vector[k] ?? 0) / Math.max(length, 1);
  }
  return { model, side, count, inCrop, inPhoto, scores, vectors, dimensions };
}
