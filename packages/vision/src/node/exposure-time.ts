import readExif from 'exif-reader';

/**
 * Time of exposure from an EXIF block as sharp hands it out, ISO 8601 without zone ("2024-05-01T10:20:30"): cameras seldom say which
 * zone they are set to. Null when it is missing or unreadable: a broken EXIF block never makes a photo useless.
 */
export function exposureTime(exif: Buffer | undefined): string | null {
  if (exif === undefined) return null;
  try {
    const time = readExif(exif).Photo?.DateTimeOriginal;
    return time instanceof Date && Number.isFinite(time.getTime()) ? time.toISOString().slice(0, 19) : null;
  } catch {
    return null;
  }
}
