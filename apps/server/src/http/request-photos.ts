import type { BoxDto } from '@snout/contract';
import { fetchPhotos, type OfferedPhoto, type PhotoFile, type PhotoProblem, type PhotoView } from '@snout/core/recognition';
import type { Context } from 'hono';
import type { AppDeps, AppEnvironment } from './app-environment.ts';
import { photoProblemDto } from './dto/photo-problem-dto.ts';
import { ProblemError } from './problem-error.ts';

export type PhotoSource = Pick<AppDeps, 'photoFetcher' | 'maxRequestBytes'>;

/** How a request brings its photos: as files, or as addresses of files. */
export type SentPhotos = ({ readonly photos: readonly File[] } | { readonly photoUrls: readonly string[] }) & {
  /** One for each photo. */
  readonly boxes?: readonly (BoxDto | null)[] | undefined;
  readonly views?: readonly PhotoView[] | undefined;
};

/**
 * The photos of a request as the domain takes them. @throws ProblemError when there is another number of boxes, or a photo cannot be had
 * from its address.
 */
export async function requestPhotos(context: Context<AppEnvironment>, source: PhotoSource, sent: SentPhotos): Promise<PhotoFile[]> {
  const offered = await offeredPhotos(context, source, sent);
  const problems = offered.flatMap((one) => (one.kind === 'problem' ? [one.problem] : []));
  if (problems.length > 0) throw photosUnusable(problems);
  return offered.flatMap((one) => (one.kind === 'photo' ? [one.photo] : []));
}

/** As `requestPhotos`, with an entry for each photo that cannot be had instead of an error. */
export async function offeredPhotos(
  { req }: Context<AppEnvironment>,
  { photoFetcher, maxRequestBytes }: PhotoSource,
  sent: SentPhotos,
): Promise<readonly OfferedPhoto[]> {
  const count = 'photos' in sent ? sent.photos.length : sent.photoUrls.length;
  const { boxes, views } = sent;
  for (const [field, list] of Object.entries({ boxes, views })) {
    if (list === undefined || list.length === count) continue;
    throw new ProblemError('invalid-request', `${field} has another number of entries than photos.`, {
      errors: [{ field, code: 'invalid', message: `${list.length} entries for ${count} photos.` }],
    });
  }
  const offered =
    'photos' in sent
      ? await Promise.all(sent.photos.map(uploaded))
      : await fetchPhotos(photoFetcher, { urls: sent.photoUrls, maxBytes: maxRequestBytes, signal: req.raw.signal });
  return offered.map((one, index) => {
    const box = boxes?.[index];
    const view = views?.[index];
    if (one.kind !== 'photo') return one;
    return { kind: 'photo', photo: { ...one.photo, ...(box ? { box } : {}), ...(view ? { view } : {}) } };
  });
}

export function photosUnusable(problems: readonly PhotoProblem[]): ProblemError {
  return new ProblemError('photos-unusable', undefined, { photos: problems.map(photoProblemDto) });
}

/** Of a body that may be JSON or a form: whether it is JSON. */
export function isJson({ req }: Context<AppEnvironment>): boolean {
  return req.header('content-type')?.toLowerCase().startsWith('application/json') ?? false;
}

async function uploaded(file: File): Promise<OfferedPhoto> {
  return { kind: 'photo', photo: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } };
}
