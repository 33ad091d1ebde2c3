import { createRoute, z } from '@hono/zod-openapi';
import { ANYONE, SIGNED_IN } from '../access.ts';
import {
  mailPreferenceSchema,
  mailPreferencesSchema,
  newPushSubscriptionSchema,
  optionalMailKindSchema,
  pushEndpointSchema,
  pushKeySchema,
} from '../notification.ts';
import { API_PATHS } from '../paths.ts';
import { json, problems } from './answers.ts';
import { jsonBody } from './requests.ts';

const done = { 204: { description: 'Done.' } };

export const mailPreferencesRoute = createRoute({
  method: 'get',
  path: API_PATHS.myMails,
  operationId: 'mailPreferences',
  tags: ['notifications'],
  summary: 'Which mails the person wants',
  responses: { 200: json(mailPreferencesSchema, 'All kinds of which one can be without.'), ...problems() },
  'x-access': SIGNED_IN,
});

export const setMailPreferenceRoute = createRoute({
  method: 'put',
  path: API_PATHS.myMail,
  operationId: 'setMailPreference',
  tags: ['notifications'],
  summary: 'Want a kind of mails, or not',
  request: { params: z.object({ mailKind: optionalMailKindSchema }), body: jsonBody(mailPreferenceSchema) },
  responses: { ...done, ...problems('invalid-request') },
  'x-access': SIGNED_IN,
});

export const pushKeyRoute = createRoute({
  method: 'get',
  path: API_PATHS.pushKey,
  operationId: 'pushKey',
  tags: ['notifications'],
  summary: 'The key with which a browser subscribes to push messages',
  responses: { 200: json(pushKeySchema, 'The same for everybody.'), ...problems() },
  'x-access': ANYONE,
});

export const subscribePushRoute = createRoute({
  method: 'put',
  path: API_PATHS.myPush,
  operationId: 'subscribePush',
  tags: ['notifications'],
  summary: "Send push messages to this browser; it is the person's from now on, and no one else's",
  request: { body: jsonBody(newPushSubscriptionSchema) },
  responses: { ...done, ...problems('invalid-request') },
  'x-access': SIGNED_IN,
});

export const unsubscribePushRoute = createRoute({
  method: 'delete',
  path: API_PATHS.myPush,
  operationId: 'unsubscribePush',
  tags: ['notifications'],
  summary: 'No more push messages to this browser',
  request: { body: jsonBody(pushEndpointSchema) },
  responses: { ...done, ...problems('invalid-request') },
  'x-access': SIGNED_IN,
});
