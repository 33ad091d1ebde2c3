import { createRoute, z } from '@hono/zod-openapi';
import { ANYONE } from '../access.ts';
import { API_PATHS } from '../paths.ts';
import { problems } from './answers.ts';
import { jsonBody } from './requests.ts';

export const hearPaymentCallbackRoute = createRoute({
  method: 'post',
  path: API_PATHS.paymentCallbacks,
  operationId: 'hearPaymentCallback',
  tags: ['insurance'],
  summary: "A payment provider's word that something happened to a payment",
  description:
    'For providers alone: the signature is the permission. It is a hint, after which the provider is asked how the payment stands; the same word again, or late, changes nothing.',
  request: {
    params: z.object({ provider: z.string().regex(/^[a-z-]{1,32}$/, 'Not the name of a provider.') }),
    body: jsonBody(z.looseObject({})),
  },
  responses: {
    204: { description: 'Heard.' },
    ...problems(
      'invalid-request',
      'cross-site-request',
      'not-found',
      'request-too-large',
      'unsupported-media-type',
      'callback-not-genuine',
      'too-many-attempts',
    ),
  },
  'x-access': ANYONE,
});
