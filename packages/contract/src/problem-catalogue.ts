import type { ProblemCode } from './problem-codes.ts';

/** One kind of error: its HTTP status, a title that never changes, and what the caller can do. */
export interface ProblemDefinition {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 421 | 422 | 429 | 500 | 503 | 507;
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
  'sign-in-required': {
    status: 401,
    title: 'Sign in first',
    advice:
      'The request has no session and no API key, or they have ended. Sign in on the page, or send `Authorization: Bearer` with an API key that is neither expired nor revoked.',
  },
  'sign-in-failed': {
    status: 401,
    title: 'That did not sign in',
    advice:
      'The address or the password is wrong, the address is not verified yet, or the passkey is not known. Follow the link in the mail that verifies the address, ask for a sign-in link, or for a new password.',
  },
  'sign-in-again': {
    status: 403,
    title: 'Sign in once more',
    advice: 'What opens an account, such as a passkey, is added within a day of signing in. Sign out, sign in and try again.',
  },
  'account-request-refused': {
    status: 400,
    title: 'The account cannot be changed like that',
    advice: '`detail` says why, for example that a link has expired.',
  },
  'too-many-attempts': {
    status: 429,
    title: 'Too many attempts',
    advice:
      'Wait for the seconds in `Retry-After`. After several wrong passwords, passwords for the address are refused for a quarter of an hour: sign in by a mailed link or a passkey meanwhile.',
  },
  'too-many-requests': {
    status: 429,
    title: 'This API key asks too often',
    advice: 'Wait for the seconds in `Retry-After`, then go on more slowly. The operator sets the limit, requests a minute for each key.',
  },
  'address-unverified': {
    status: 403,
    title: 'Verify your address first',
    advice:
      'Photos are stored, and organisations joined, by people whose e-mail address is verified. Follow the link in the mail, or ask for another.',
  },
  'role-lacking': {
    status: 403,
    title: 'Your role does not allow this',
    advice: 'See docs/permissions.md for what each role may do. An owner or admin of the organisation can change roles.',
  },
  'scope-lacking': {
    status: 403,
    title: 'This API key does not allow this',
    advice: 'See docs/permissions.md for the scope the route asks for, and make a key that has it. Some routes are for people only.',
  },
  'tenant-not-found': {
    status: 404,
    title: 'There is no such tenant',
    advice: 'The tenant in the path or in `Snout-Tenant` does not exist, or is not yours. `GET /api/me` lists yours.',
  },
  'session-not-found': {
    status: 404,
    title: 'There is no such session',
    advice: 'It has ended already. List them with `GET /api/me/sessions`.',
  },
  'member-not-found': {
    status: 404,
    title: 'There is no such member',
    advice: 'The person is not, or no longer, a member of the organisation.',
  },
  'api-key-not-found': {
    status: 404,
    title: 'There is no such API key',
    advice: 'It was revoked, or belongs to another tenant.',
  },
  'already-member': {
    status: 409,
    title: 'This person is a member already',
    advice: 'Change the role of the member instead.',
  },
  'last-owner': {
    status: 409,
    title: 'An organisation keeps at least one owner',
    advice: 'Make somebody else an owner first.',
  },
  'fresh-sign-in-required': {
    status: 403,
    title: 'Sign in again first',
    advice:
      'What was asked for takes a session that is younger than ten minutes: a browser left open is not enough. Sign in again, then ask again.',
  },
  'confirmation-differs': {
    status: 422,
    title: 'This is not what had to be typed',
    advice: 'Send as `confirmation` what `GET /api/tenants/{tenantId}/erasure` gives as `confirmWith`. Nothing was erased.',
  },
  'pets-shared': {
    status: 409,
    title: 'Others care for some of these pets',
    advice:
      'Hand these pets over to those who care for them, or send `alsoSharedPets`: they are then erased for everybody. Nothing was erased.',
  },
  'organisation-needs-owner': {
    status: 409,
    title: 'An organisation would have no owner',
    advice: '`detail` names it. Make somebody else its owner, or have it erased first.',
  },
  'operator-stays': {
    status: 409,
    title: 'This account runs the installation',
    advice: 'It can be erased when it is the last one. To end an installation, stop it and delete its data folder, database and bucket.',
  },
  'webhook-not-found': {
    status: 404,
    title: 'There is no such webhook',
    advice: 'It was removed, or belongs to another tenant. List them with `GET /api/tenants/{tenantId}/webhooks`.',
  },
  'webhook-url-refused': {
    status: 422,
    title: 'This address is not called',
    advice:
      '`detail` says why. Webhooks go to `https` addresses on the public internet; other networks are allowed by the operator with `SNOUT_OUTBOUND_ALLOW`.',
  },
  'webhook-too-many': {
    status: 409,
    title: 'There are too many webhooks',
    advice: 'Remove one that is not needed any more first; `detail` tells how many there can be.',
  },
  'delivery-not-found': {
    status: 404,
    title: 'There is no such delivery',
    advice: 'It is older than 30 days, went with its webhook, or belongs to another tenant.',
  },
  'not-an-insurer': {
    status: 403,
    title: 'Products belong to insurers',
    advice: 'The tenant is no organisation of the kind insurer. Make one with `POST /api/organisations`, or ask in the name of another.',
  },
  'insurer-not-found': {
    status: 404,
    title: 'There is no such insurer',
    advice: 'Check the id in the address; it is that of an organisation of the kind insurer.',
  },
  'callback-not-genuine': {
    status: 400,
    title: 'The callback is not signed as it should be',
    advice:
      'Only the payment provider calls this address. Compare `SNOUT_STRIPE_WEBHOOK_SECRET` with the secret of the endpoint at Stripe, and the clock of this machine with the time.',
  },
  'product-not-found': {
    status: 404,
    title: 'There is no such product',
    advice: 'It does not exist, or belongs to another tenant. List the own ones with `GET /api/tenants/{tenantId}/insurance-products`.',
  },
  'product-without-draft': {
    status: 409,
    title: 'There is nothing to publish',
    advice: 'The draft was published already, perhaps by this request sent twice. Read the product; save a draft to begin another version.',
  },
  'product-dates-overlap': {
    status: 409,
    title: 'A version cannot begin on that day',
    advice: 'It begins today or later, where the product is sold, and after the day of the version before it.',
  },
  'application-not-found': {
    status: 404,
    title: 'There is no such application',
    advice:
      'It does not exist, or is of another insurer or applicant. Insurers list theirs with `GET /api/tenants/{tenantId}/insurance-applications`.',
  },
  'application-decided': {
    status: 409,
    title: 'The application was decided before',
    advice: 'Somebody else decided on it, or this request was sent twice. Read the application.',
  },
  'product-faulty': {
    status: 422,
    title: 'The draft cannot be published as it is',
    advice: '`errors` names each fault. Save a draft without them, then publish it.',
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
  'owner-only': {
    status: 403,
    title: 'Only the owner of the pet can do that',
    advice: 'Carers see and change a pet, but invite nobody, give nothing away and delete nothing. Ask the owner.',
  },
  'invitation-not-found': {
    status: 404,
    title: 'There is no such invitation',
    advice:
      'The link is incomplete, the pet was erased, or the invitation was accepted, withdrawn, has expired, or was sent to another address. Ask for a new one.',
  },
  'merge-not-found': {
    status: 404,
    title: 'There is no such merge',
    advice: 'List the merges that can be undone with `GET /api/pets/{petId}/merges`.',
  },
  'pet-changed': {
    status: 409,
    title: 'The pet was changed meanwhile',
    advice: 'Somebody saved another change since `version` was read. Read the profile again and repeat the change.',
  },
  'invitation-over': {
    status: 409,
    title: 'This invitation is over',
    advice: 'It was used, declined, taken back, or has expired (after 7 days). Ask for a new one.',
  },
  'own-invitation': {
    status: 409,
    title: 'This invitation is for somebody else',
    advice: 'The pet is yours already. Pass the link on to whom it is meant for.',
  },
  'merge-impossible': {
    status: 409,
    title: 'These two cannot be one pet',
    advice: 'Nothing was changed. `detail` says why: other species, other owners, too many microchips, or merged before.',
  },
  'merge-stays': {
    status: 409,
    title: 'This merge cannot be undone any more',
    advice: 'It has been undone already, the pet has another owner since, or it was merged into a third, which has to be undone first.',
  },
  'share-not-found': {
    status: 404,
    title: 'Nothing is shown here',
    advice: 'The link was ended, is not whole, or its pet is archived. Ask the owner for a new one.',
  },
  'found-ticket-over': {
    status: 409,
    title: 'This ticket is good no longer',
    advice: 'A message was left with it already, or two hours have passed. Search again with photos of the animal.',
  },
  'found-messages-too-many': {
    status: 429,
    title: 'Too many messages about this animal',
    advice: 'Several finders wrote to its owner today. Try again tomorrow, or hand the animal over to a shelter.',
  },
  'possible-duplicate': {
    status: 409,
    title: 'This pet may be enrolled already',
    advice:
      'Nothing was stored. `pets` lists the look-alikes that the caller may see, `elsewhere` says why a pet of another account may be the same. Add the photos to that pet (`POST /api/pets/{id}/photos`), or send the request again with `allowDuplicate=true` when it is another animal.',
  },
  'import-not-found': {
    status: 404,
    title: 'There is no such import',
    advice: 'It belongs to another tenant, or ended more than 30 days ago. List them with `GET /api/imports`.',
  },
  'import-unreadable': {
    status: 422,
    title: 'This file cannot be imported',
    advice:
      'Nothing was begun. `detail` says why: it is no zip, CSV or NDJSON, holds no or several lists of pets, has unknown columns or too many rows, or a path in it leads out of it.',
  },
  'templates-outdated': {
    status: 409,
    title: 'Stored templates were made by other models',
    advice:
      'The models changed since some pets were enrolled, and vectors of different models are never compared. Run `npx snout reembed`, then try again.',
  },
  'no-marks': {
    status: 422,
    title: 'There are no marks to compare',
    advice:
      'The coat could not be looked at: the files of the stored photos are missing from the data folder. Restore it from a backup, or go by the face alone.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'This Idempotency-Key belongs to another request',
    advice:
      'The key was used before, within a day, for another route or with another body. Use a new key for every new request, the old one only to repeat the same request.',
  },
  'photos-unusable': {
    status: 422,
    title: 'The photos cannot be used',
    advice:
      'Nothing was stored. `photos` names each photo and says why. Leave those out or replace them; with `several-heads`, say in `boxes` which head is meant; with `other-animal`, send `sameAnimal=true` when the photos do show one animal; with `not-fetched`, see `fault`: try again, or give an address that everybody can read.',
  },
  'request-too-large': {
    status: 413,
    title: 'The request is too large',
    advice: 'Send fewer or smaller photos at once. `detail` tells the limit; it is set with `SNOUT_MAX_REQUEST_MIB`.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body has another type than this route takes',
    advice:
      'Send photos as files in the field `photos` of a `multipart/form-data` body, or as `photoUrls` where the route takes them, and everything else as `application/json`.',
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
  unavailable: {
    status: 503,
    title: 'The service cannot reach its data at the moment',
    advice:
      'Its database or photo store is restarting or away. What this request asked for may have been done or not: send it again, with the same `Idempotency-Key`, after the seconds in `Retry-After`.',
  },
  'storage-full': {
    status: 507,
    title: 'There is no room left',
    advice:
      'Nothing was stored. The operator has to make room on the disk of the database or the photos (`SNOUT_DATA`, the PostgreSQL server, the bucket); then send the request again. Reading and recognising go on meanwhile.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong on our side',
    advice: 'Try again. If it stays, look in the log for the `requestId` of the answer.',
  },
} as const satisfies Record<ProblemCode, ProblemDefinition>;

/** The `type` of RFC 9457: a name, not an address, since the service has no fixed public address. */
export function problemType(code: ProblemCode): string {
  return `urn:snout:problem:${code}`;
}
