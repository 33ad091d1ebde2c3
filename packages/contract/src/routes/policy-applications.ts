import { createRoute, z } from '@hono/zod-openapi';
import { reviewers, verifiedWorkers } from '../access.ts';
import {
  applicationListSchema,
  applicationQuerySchema,
  applicationSchema,
  applyRequestSchema,
  decideApplicationSchema,
  decidedApplicationSchema,
  notAppliedSchema,
  ownApplicationSchema,
  payAnswerSchema,
} from '../application.ts';
import { API_PATHS } from '../paths.ts';
import { json, problems } from './answers.ts';
import { idempotencyHeaders, idSchema, jsonBody } from './requests.ts';

const tags = ['insurance'];
const tenant = z.object({ tenantId: idSchema });
const ofTenant = tenant.extend({ applicationId: idSchema });

export const applyForPolicyRoute = createRoute({
  tags,
  // People alone: it is their name under it.
  'x-access': verifiedWorkers(null),
  method: 'post',
  path: API_PATHS.policyApplications,
  operationId: 'applyForPolicy',
  summary: 'Ask for a policy for an own pet',
  description:
    'The rules of the product are checked first, then whether the photos would tell the animal at a claim, then whether another animal of the insurer may be the same one. The insurer gets a record of its own of the animal, with these photos. Accepted, there is a policy that waits for its premium; referred, a person of the insurer looks at it.',
  request: {
    params: z.object({ insurerId: idSchema, productId: idSchema }),
    headers: idempotencyHeaders,
    body: jsonBody(applyRequestSchema),
  },
  responses: {
    200: json(notAppliedSchema, 'Nothing was stored, and why.'),
    201: json(ownApplicationSchema, 'Accepted, or referred to a person.'),
    ...problems('invalid-request', 'insurer-not-found', 'pet-not-found', 'owner-only', 'busy', 'idempotency-key-reused'),
  },
});

export const showOwnApplicationRoute = createRoute({
  tags,
  'x-access': verifiedWorkers(null),
  method: 'get',
  path: API_PATHS.ownPolicyApplication,
  operationId: 'showOwnApplication',
  summary: 'What became of an own application',
  request: { params: z.object({ insurerId: idSchema, applicationId: idSchema }) },
  responses: { 200: json(ownApplicationSchema, 'The application.'), ...problems('invalid-request', 'application-not-found') },
});

export const payForApplicationRoute = createRoute({
  tags,
  'x-access': verifiedWorkers(null),
  method: 'post',
  path: API_PATHS.ownApplicationPayment,
  operationId: 'payForApplication',
  summary: 'A page on which to pay the premium',
  description: 'While it can still be paid, asking again gives the same payment: nobody pays twice.',
  request: { params: z.object({ insurerId: idSchema, applicationId: idSchema }) },
  responses: { 200: json(payAnswerSchema, 'Where to pay, or why not.'), ...problems('invalid-request', 'application-not-found', 'busy') },
});

export const listApplicationsRoute = createRoute({
  tags,
  'x-access': reviewers('insurance'),
  method: 'get',
  path: API_PATHS.insuranceApplications,
  operationId: 'listApplications',
  summary: 'Applications of a state, oldest first',
  request: { params: tenant, query: applicationQuerySchema },
  responses: { 200: json(applicationListSchema, 'A page.'), ...problems('invalid-request', 'not-an-insurer') },
});

export const showApplicationRoute = createRoute({
  tags,
  'x-access': reviewers('insurance'),
  method: 'get',
  path: API_PATHS.insuranceApplication,
  operationId: 'showApplication',
  summary: 'An application with every reason why it was referred',
  request: { params: ofTenant },
  responses: {
    200: json(applicationSchema, 'The application.'),
    ...problems('invalid-request', 'not-an-insurer', 'application-not-found'),
  },
});

export const decideApplicationRoute = createRoute({
  tags,
  // A person decides: no key does.
  'x-access': reviewers(null),
  method: 'post',
  path: API_PATHS.insuranceApplicationDecision,
  operationId: 'decideApplication',
  summary: 'Accept or decline an application that was referred, with the reason',
  request: { params: ofTenant, body: jsonBody(decideApplicationSchema) },
  responses: {
    200: json(decidedApplicationSchema, 'Decided, or no more insurable by the rules of the product.'),
    ...problems('invalid-request', 'not-an-insurer', 'application-not-found', 'application-decided'),
  },
});
