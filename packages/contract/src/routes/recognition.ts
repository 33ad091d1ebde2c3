import { createRoute, z } from '@hono/zod-openapi';
import { reviewers } from '../access.ts';
import { evidenceQuerySchema, evidenceSchema } from '../evidence.ts';
import { API_PATHS } from '../paths.ts';
import { analysisSchema } from '../photo.ts';
import { flagSchema, photoFilesSchema, viewsSchema } from '../photo-form.ts';
import { identifyByUrlSchema } from '../photo-urls.ts';
import { identificationSchema, verificationSchema } from '../verdict.ts';
import { json, pngAnswer, problems } from './answers.ts';
import { multipart, petParameters, photosBody } from './requests.ts';

export const analyseRoute = createRoute({
  method: 'post',
  path: API_PATHS.analyse,
  operationId: 'analyse',
  tags: ['recognition'],
  summary: 'Find the heads in photos, and noses in close-ups, and judge their quality',
  description:
    'Stores nothing. A nose is looked for in photos that `views` says show one. Templates are biometric data and come only when asked for.',
  request: {
    query: z.object({ templates: flagSchema }),
    body: multipart(z.object({ photos: photoFilesSchema, views: viewsSchema })),
  },
  responses: {
    200: json(analysisSchema, 'One entry per photo; an unreadable photo is an entry that says so.'),
    ...problems('invalid-request', 'cross-site-request', 'request-too-large', 'unsupported-media-type', 'busy'),
  },
  'x-access': reviewers('recognition'),
});

export const identifyRoute = createRoute({
  method: 'post',
  path: API_PATHS.identify,
  operationId: 'identify',
  tags: ['recognition'],
  summary: 'Which pet is this?',
  description: 'Stores nothing. A pet is given at most once among the heads of one photo.',
  request: {
    body: photosBody(z.object({ photos: photoFilesSchema }), identifyByUrlSchema),
  },
  responses: {
    200: json(identificationSchema, 'A verdict for every head of every photo.'),
    ...problems('invalid-request', 'cross-site-request', 'request-too-large', 'unsupported-media-type', 'busy'),
  },
  'x-access': reviewers('recognition'),
});

export const verifyRoute = createRoute({
  method: 'post',
  path: API_PATHS.petVerify,
  operationId: 'verifyPet',
  tags: ['recognition'],
  summary: 'Do these photos show this pet?',
  description:
    'The face decides. Where the marks of the coat speak against a face that matches, the answer is review, because of marks-doubt; they turn nothing into a match. So do the marks of the nose, where a photo that `views` says shows it from near is sent with one of the face, and another is stored. Keeps no photo that is sent.',
  request: {
    params: petParameters,
    body: multipart(z.object({ photos: photoFilesSchema, views: viewsSchema })),
  },
  responses: {
    200: json(verificationSchema, 'The verdict.'),
    ...problems(
      'invalid-request',
      'cross-site-request',
      'pet-not-found',
      'request-too-large',
      'unsupported-media-type',
      'busy',
      'photos-unusable',
      'templates-outdated',
    ),
  },
  'x-access': reviewers('recognition'),
});

const EVIDENCE_PROBLEMS = problems(
  'invalid-request',
  'cross-site-request',
  'scope-lacking',
  'pet-not-found',
  'request-too-large',
  'unsupported-media-type',
  'busy',
  'photos-unusable',
  'templates-outdated',
  'no-marks',
);
const EVIDENCE_NOTE =
  'Send the photo that was verified, or that was identified as this pet. It is compared again and not kept. Of several photos the best is taken. A key needs `pets:read`, too, since a stored photo is shown.';

export const evidenceRoute = createRoute({
  method: 'post',
  path: API_PATHS.petEvidence,
  operationId: 'showEvidence',
  tags: ['recognition'],
  summary: 'What coat or nose in a photo and a pet have in common: both crops, the marks that agree, in words',
  description: EVIDENCE_NOTE,
  request: {
    params: petParameters,
    query: evidenceQuerySchema,
    body: multipart(z.object({ photos: photoFilesSchema, views: viewsSchema })),
  },
  responses: { 200: json(evidenceSchema, 'The evidence.'), ...EVIDENCE_PROBLEMS },
  'x-access': reviewers('recognition'),
});

export const evidencePictureRoute = createRoute({
  method: 'post',
  path: API_PATHS.petEvidencePicture,
  operationId: 'drawEvidence',
  tags: ['recognition'],
  summary: 'The same as a picture: lines between the marks that agree',
  description: EVIDENCE_NOTE,
  request: {
    params: petParameters,
    query: evidenceQuerySchema,
    body: multipart(z.object({ photos: photoFilesSchema, views: viewsSchema })),
  },
  responses: { 200: pngAnswer, ...EVIDENCE_PROBLEMS },
  'x-access': reviewers('recognition'),
});
