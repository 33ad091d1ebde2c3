import { createRoute } from '@hono/zod-openapi';
import { members } from '../access.ts';
import { API_PATHS } from '../paths.ts';
import { jpegAnswer, problems } from './answers.ts';
import { petParameters, photoParameters } from './requests.ts';

export const petPhotoRoute = createRoute({
  method: 'get',
  path: API_PATHS.petPhoto,
  operationId: 'petPhoto',
  tags: ['photos'],
  summary: 'A stored photo, at most 1280 pixels a side, without metadata',
  request: { params: photoParameters },
  responses: { 200: jpegAnswer, ...problems('invalid-request', 'pet-not-found', 'photo-not-found', 'photo-file-missing') },
  'x-access': members('pets:read'),
});

export const petPhotoCropRoute = createRoute({
  method: 'get',
  path: API_PATHS.petPhotoCrop,
  operationId: 'petPhotoCrop',
  tags: ['photos'],
  summary: 'The head in a stored photo, 320 pixels a side, without metadata',
  request: { params: photoParameters },
  responses: { 200: jpegAnswer, ...problems('invalid-request', 'pet-not-found', 'photo-not-found', 'photo-file-missing') },
  'x-access': members('pets:read'),
});

export const petPortraitRoute = createRoute({
  method: 'get',
  path: API_PATHS.petPortrait,
  operationId: 'petPortrait',
  tags: ['photos'],
  summary: 'The head in the best photo of a pet',
  request: { params: petParameters },
  responses: { 200: jpegAnswer, ...problems('invalid-request', 'pet-not-found', 'photo-not-found', 'photo-file-missing') },
  'x-access': members('pets:read'),
});
