/** One kind of error: its HTTP status, a title that never changes, and what the caller can do. */
export interface ProblemDefinition {
  readonly status: 400 | 403 | 404 | 409 | 413 | 415 | 421 | 422 | 500 | 503;
  readonly title: string;
  /** For docs/errors.md: when it happens and what to do. */
  readonly advice: string;
}

/** Every error code of the HTTP API. docs/errors.md is generated from this table. */
export const PROBLEMS = {
  'invalid-request': {
    status: 400,
    title: 'The request is not valid',
    advice: 'A field, path or query parameter is missing or has a wrong value. `errors` names each field and what is wrong with it.',
  },
  'cross-site-request': {
    status: 403,
    title: 'Requests from other sites are refused',
    advice:
      'A web page of another origin tried to change something. Open the page that Snout itself serves, or call the API from a program (which sends no `Origin`).',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this address',
    advice: 'Check the path and the method against `docs/openapi.json`.',
  },
  'pet-not-found': {
    status: 404,
    title: 'There is no such pet',
    advice: 'The pet was never enrolled or has been forgotten. List the pets with `GET /api/pets`.',
  },
  'photo-not-found': {
    status: 404,
    title: 'This pet has no such photo',
    advice: 'The pet or its photo has been forgotten. Read the pet again to see its photos.',
  },
  'photo-file-missing': {
    status: 404,
    title: 'The file of this photo is gone',
    advice:
      'The photo is known but its file is not in the data folder. Restore the folder from a backup, or forget the pet and enrol it again.',
  },
  'possible-duplicate': {
    status: 409,
    title: 'This pet may be enrolled already',
    advice:
      'Nothing was stored. `pets` lists the look-alikes. Add the photos to that pet (`POST /api/pets/{id}/photos`), or send the request again with `allowDuplicate=true` when it is another animal.',
  },
  'templates-outdated': {
    status: 409,
    title: 'Stored templates were made by other models',
    advice:
      'The models changed since some pets were enrolled, and vectors of different models are never compared. Run `npx snout reembed`, then try again.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'This Idempotency-Key belongs to another request',
    advice:
      'The key was used before with another name or other photos. Use a new key for every new request, the old one only to repeat the same request.',
  },
  'photos-unusable': {
    status: 422,
    title: 'The photos cannot be used',
    advice:
      'Nothing was stored. `photos` names each photo and says why. Leave those out or replace them; with `several-heads`, say in `boxes` which head is meant; with `other-animal`, send `sameAnimal=true` when the photos do show one animal.',
  },
  'request-too-large': {
    status: 413,
    title: 'The request is too large',
    advice: 'Send fewer or smaller photos at once. `detail` tells the limit; it is set with `SNOUT_MAX_REQUEST_MIB`.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body must be multipart/form-data',
    advice: 'Send photos as files in the field `photos` of a `multipart/form-data` body.',
  },
  'host-not-allowed': {
    status: 421,
    title: 'This host name is not served here',
    advice: 'The `Host` header is neither local nor listed. Open the address printed at start, or list the name in `SNOUT_ALLOWED_HOSTS`.',
  },
  busy: {
    status: 503,
    title: 'Too many photos are waiting',
    advice: 'More photos came in than can be looked at now. Send the request again after the seconds in `Retry-After`.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong on our side',
    advice: 'Try again. If it stays, look in the log for the `requestId` of the answer.',
  },
} as const satisfies Record<string, ProblemDefinition>;

export type ProblemCode = keyof typeof PROBLEMS;

export const PROBLEM_CODES = Object.keys(PROBLEMS) as ProblemCode[];

/** The `type` of RFC 9457: a name, not an address, since the service has no fixed public address. */
export function problemType(code: ProblemCode): string {
  return `urn:snout:problem:${code}`;
}
