import { PHOTO_KEY } from '@snout/core/recognition';

/** Keys come from our own code, but a key that leaves the store must be impossible, not unlikely. @throws RangeError */
export function checkedKey(key: string): string {
  if (!PHOTO_KEY.test(key)) throw new RangeError(`Not a photo key: ${JSON.stringify(key)}.`);
  return key;
}
