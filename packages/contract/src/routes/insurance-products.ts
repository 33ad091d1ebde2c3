import { createRoute, z } from '@hono/zod-openapi';
import { ANYONE, managers, reviewers } from '../access.ts';
import {
  givenDaySchema,
  insuranceProductListSchema,
  insuranceProductSchema,
  newProductSchema,
  offeredProductsSchema,
  productDraftSchema,
  publishProductSchema,
  quoteRequestSchema,
  quoteSchema,
  readyProductListSchema,
} from '../insurance.ts';
import { API_PATHS } from '../paths.ts';
import { draftSettlementPreviewSchema, settlementPreviewRequestSchema, settlementPreviewSchema } from '../settlement.ts';
import { json, problems } from './answers.ts';
import { idempotencyHeaders, idSchema, jsonBody } from './requests.ts';

const tags = ['insurance'];
const tenant = z.object({ tenantId: idSchema });
const product = tenant.extend({ productId: idSchema });
const insurer = z.object({ insurerId: idSchema });
const reading = { tags, 'x-access': reviewers('insurance') };
const changing = { tags, 'x-access': managers('insurance') };

export const listReadyProductsRoute = createRoute({
  tags,
  'x-access': ANYONE,
  method: 'get',
  path: API_PATHS.readyInsuranceProducts,
  operationId: 'listReadyProducts',
  summary: 'Terms that an insurer can begin with',
  responses: { 200: json(readyProductListSchema, 'All of them.'), ...problems() },
});

export const listInsuranceProductsRoute = createRoute({
  ...reading,
  method: 'get',
  path: API_PATHS.insuranceProducts,
  operationId: 'listInsuranceProducts',
  summary: 'Products with draft and versions',
  request: { params: tenant },
  responses: { 200: json(insuranceProductListSchema, 'All of them.'), ...problems('invalid-request', 'not-an-insurer') },
});

export const getInsuranceProductRoute = createRoute({
  ...reading,
  method: 'get',
  path: API_PATHS.insuranceProduct,
  operationId: 'getInsuranceProduct',
  summary: 'A product with draft and versions',
  request: { params: product },
  responses: { 200: json(insuranceProductSchema, 'The product.'), ...problems('invalid-request', 'not-an-insurer', 'product-not-found') },
});

export const addInsuranceProductRoute = createRoute({
  ...changing,
  method: 'post',
  path: API_PATHS.insuranceProducts,
  operationId: 'addInsuranceProduct',
  summary: 'Begin a product as a draft, from a ready one or from own terms',
  request: { params: tenant, headers: idempotencyHeaders, body: jsonBody(newProductSchema) },
  responses: {
    201: json(insuranceProductSchema, 'Made; nobody can buy it yet.'),
    ...problems('invalid-request', 'not-an-insurer', 'busy', 'idempotency-key-reused'),
  },
});

export const saveProductDraftRoute = createRoute({
  ...changing,
  method: 'put',
  path: API_PATHS.insuranceProductDraft,
  operationId: 'saveProductDraft',
  summary: 'Replace the draft, or begin that of the next version',
  request: { params: product, body: jsonBody(productDraftSchema) },
  responses: { 200: json(insuranceProductSchema, 'Saved.'), ...problems('invalid-request', 'not-an-insurer', 'product-not-found') },
});

export const publishProductRoute = createRoute({
  ...changing,
  method: 'post',
  path: API_PATHS.insuranceProductPublish,
  operationId: 'publishProduct',
  summary: 'Make the draft a version that is sold from a day on, for good',
  request: { params: product, body: jsonBody(publishProductSchema) },
  responses: {
    200: json(insuranceProductSchema, 'Published.'),
    ...problems(
      'invalid-request',
      'not-an-insurer',
      'product-not-found',
      'product-without-draft',
      'product-dates-overlap',
      'product-faulty',
    ),
  },
});

export const previewDraftSettlementsRoute = createRoute({
  ...reading,
  method: 'post',
  path: API_PATHS.draftSettlementPreviews,
  operationId: 'previewDraftSettlements',
  summary: 'What would be paid of claims by the draft, before it is published',
  description: 'As `POST /api/insurers/{insurerId}/products/{productId}/settlement-previews`, whatever is sold on the day of the start.',
  request: { params: product, body: jsonBody(settlementPreviewRequestSchema) },
  responses: {
    200: json(draftSettlementPreviewSchema, 'The settlements, or why there are none.'),
    ...problems('invalid-request', 'not-an-insurer', 'product-not-found', 'product-without-draft', 'product-faulty'),
  },
});

export const listOfferedProductsRoute = createRoute({
  tags,
  'x-access': ANYONE,
  method: 'get',
  path: API_PATHS.offeredProducts,
  operationId: 'listOfferedProducts',
  summary: 'What an insurer sells on a day',
  request: {
    params: insurer,
    query: z.object({ on: givenDaySchema.exactOptional().meta({ description: 'Without it: today, by UTC.' }) }),
  },
  responses: { 200: json(offeredProductsSchema, 'All of it, oldest first.'), ...problems('invalid-request', 'insurer-not-found') },
});

export const quoteProductRoute = createRoute({
  tags,
  'x-access': ANYONE,
  method: 'post',
  path: API_PATHS.productQuotes,
  operationId: 'quoteProduct',
  summary: 'What cover costs, line by line, or every reason why there is none',
  description: 'For anybody, 120 times an hour. Nothing is kept. The version counts that is sold on the day of the start.',
  request: { params: insurer.extend({ productId: idSchema }), body: jsonBody(quoteRequestSchema) },
  responses: {
    200: json(quoteSchema, 'The quote.'),
    ...problems('invalid-request', 'cross-site-request', 'request-too-large', 'insurer-not-found', 'too-many-attempts'),
  },
});

export const previewSettlementsRoute = createRoute({
  tags,
  'x-access': ANYONE,
  method: 'post',
  path: API_PATHS.settlementPreviews,
  operationId: 'previewSettlements',
  summary: 'What would be paid of claims, line by line, each cent that is not paid with its rule',
  description: 'For anybody, 120 times an hour. Nothing is kept, and nothing is promised: a person decides on what is not covered.',
  request: { params: insurer.extend({ productId: idSchema }), body: jsonBody(settlementPreviewRequestSchema) },
  responses: {
    200: json(settlementPreviewSchema, 'The settlements, or why there are none.'),
    ...problems('invalid-request', 'cross-site-request', 'request-too-large', 'insurer-not-found', 'too-many-attempts'),
  },
});
