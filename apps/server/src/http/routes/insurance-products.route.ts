import {
  addInsuranceProductRoute,
  getInsuranceProductRoute,
  listInsuranceProductsRoute,
  listOfferedProductsRoute,
  listReadyProductsRoute,
  previewDraftSettlementsRoute,
  previewSettlementsRoute,
  publishProductRoute,
  quoteProductRoute,
  saveProductDraftRoute,
} from '@snout/contract/routes';
import type { settlementPreviewRequestSchema } from '@snout/contract/settlement';
import type { TenantId } from '@snout/core/accounts';
import {
  addProduct,
  findProduct,
  listProducts,
  offeredProducts,
  type PreviewRequest,
  previewDraftSettlements,
  previewSettlements,
  publishProduct,
  quoteProduct,
  READY_PRODUCT_IDS,
  READY_PRODUCTS,
  saveProductDraft,
} from '@snout/core/insurance';
import { dayIn } from '@snout/core/pets';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps, AppEnvironment } from '../app-environment.ts';
import { insuranceProductDto, quoteDto, termsDto, versionDto } from '../dto/insurance-dto.ts';
import { draftPreviewDto, settlementPreviewDto } from '../dto/settlement-dto.ts';
import { ProblemError } from '../problem-error.ts';
import { limitByAddress } from '../rate-limit.ts';
import { auditAuthorOf, tenantOf } from '../signed-in.ts';

/** Somebody compares tiers, ages and days; nobody reads off a whole table of premiums by it, which is public anyway. */
const TRIES = { most: 120, windowMs: 60 * 60_000 };

type InsuranceRouteDeps = Pick<AppDeps, 'insurance' | 'rateLimits' | 'clientAddressHeader'>;

/** Products of insurers, and for anybody: what they sell, quotes, and what would be paid of claims. */
export function addInsuranceProductRoutes(app: ApiApp, deps: InsuranceRouteDeps): void {
  addOwnProducts(app, deps);

  app.openapi(listReadyProductsRoute, (context) => {
    const products = READY_PRODUCT_IDS.map((id) => ({ id, terms: termsDto(READY_PRODUCTS[id]) }));
    return context.json({ products }, 200);
  });

  app.openapi(listOfferedProductsRoute, async (context) => {
    const { insurerId: id } = context.req.valid('param');
    const { on = dayIn(deps.insurance.clock.now(), 'UTC') } = context.req.valid('query');
    const { name, offers } = await offeredProducts(deps.insurance, id as TenantId, on);
    const products = offers.map((offer) => ({ productId: offer.productId, ...versionDto(offer) }));
    return context.json({ insurer: { id, name }, products }, 200);
  });

  app.openapi(quoteProductRoute, async (context) => {
    await limitByAddress(context, deps, 'insurance quote', TRIES);
    const { insurerId, productId } = context.req.valid('param');
    const { choices, ...asked } = context.req.valid('json');
    const request = { ...asked, choices: Object.fromEntries(choices.map(({ factor, choice }) => [factor, choice])) };
    return context.json(quoteDto(await quoteProduct(deps.insurance, { tenant: insurerId as TenantId, productId }, request)), 200);
  });

  app.openapi(previewSettlementsRoute, async (context) => {
    await limitByAddress(context, deps, 'insurance settlement preview', TRIES);
    const { insurerId, productId } = context.req.valid('param');
    const request = previewRequest(context.req.valid('json'));
    const preview = await previewSettlements(deps.insurance, { tenant: insurerId as TenantId, productId }, request);
    return context.json(settlementPreviewDto(preview), 200);
  });
}

function addOwnProducts(app: ApiApp, { insurance: deps }: InsuranceRouteDeps): void {
  const managed = (context: Context<AppEnvironment>) => ({ ...deps, by: auditAuthorOf(context) });

  app.openapi(listInsuranceProductsRoute, async (context) =>
    context.json({ products: (await listProducts(deps, tenantOf(context))).map(insuranceProductDto) }, 200),
  );

  app.openapi(getInsuranceProductRoute, async (context) => {
    const { productId: id } = context.req.valid('param');
    return context.json(insuranceProductDto(await findProduct(deps, { tenant: tenantOf(context), id })), 200);
  });

  app.openapi(addInsuranceProductRoute, async (context) => {
    const creation = context.get('creation');
    const body = context.req.valid('json');
    const terms = body.ready === undefined ? body.terms : READY_PRODUCTS[body.ready];
    if (terms === undefined) throw new ProblemError('invalid-request');
    const asked = { tenant: tenantOf(context), terms, ...(creation ? { id: creation.id } : {}) };
    return context.json(insuranceProductDto(await addProduct(managed(context), asked)), 201);
  });

  app.openapi(saveProductDraftRoute, async (context) => {
    const { productId: id } = context.req.valid('param');
    const { terms } = context.req.valid('json');
    return context.json(insuranceProductDto(await saveProductDraft(managed(context), { tenant: tenantOf(context), id }, terms)), 200);
  });

  app.openapi(publishProductRoute, async (context) => {
    const { productId: id } = context.req.valid('param');
    const { effectiveFrom } = context.req.valid('json');
    const product = await publishProduct(managed(context), { tenant: tenantOf(context), id }, effectiveFrom);
    return context.json(insuranceProductDto(product), 200);
  });

  app.openapi(previewDraftSettlementsRoute, async (context) => {
    const { productId: id } = context.req.valid('param');
    const request = previewRequest(context.req.valid('json'));
    return context.json(draftPreviewDto(await previewDraftSettlements(deps, { tenant: tenantOf(context), id }, request)), 200);
  });
}

type AskedPreview = z.infer<typeof settlementPreviewRequestSchema>;

/** Of a first term where nothing is said. */
function previewRequest({ coverSince, ...asked }: AskedPreview): PreviewRequest {
  return { ...asked, coverSince: coverSince ?? asked.startsOn };
}
