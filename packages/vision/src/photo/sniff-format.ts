export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif' | 'heic' | 'other-image';

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1'];

/**
 * Tells the format from the first bytes, whatever the file is called; null: no image that we know. `other-image`: known, but not one
 * that we read (BMP, Photoshop, JPEG XL, JPEG 2000, icons, camera raw with its own mark).
 */
export function sniffFormat(bytes: Uint8Array): PhotoFormat | null {
  const text = String.fromCharCode(...bytes.subarray(0, 16));
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'tiff';
  if (text.slice(4, 8) === 'ftyp') return sniffBrand(bytes);
  return OTHER_MARKS.some((mark) => text.startsWith(mark)) ? 'other-image' : null;
}

const OTHER_MARKS = ['BM', '8BPS', '\xff\x0a', '\0\0\0\x0cJXL ', '\0\0\0\x0cjP  ', '\0\0\x01\0', 'FUJIFILMCCD', 'IIRO', 'MMOR'];

/** ISO/IEC 14496-12 file type box: major brand, minor version, compatible brands. */
function sniffBrand(bytes: Uint8Array): PhotoFormat | null {
  const size = ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0);
  const text = String.fromCharCode(...bytes.subarray(8, Math.min(Math.max(size, 12), 256)));
  const brands: readonly string[] = text.match(/[\s\S]{4}/g) ?? [];
  if (brands.includes('avif') || brands.includes('avis')) return 'avif';
  return brands.some((brand) => HEIC_BRANDS.includes(brand)) ? 'heic' : null;
}
