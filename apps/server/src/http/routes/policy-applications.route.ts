import {
  applyForPolicyRoute,
  decideApplicationRoute,
  listApplicationsRoute,
  payForApplicationRoute,
  showApplicationRoute,
  showOwnApplicationRoute,
} from '@snout/contract/routes';
import type { TenantId } from '@snout/core/accounts';
import {
  type Application,
  applyForPolicy,
  checkInsurer,
  decideApplication,
  InsuranceError,
  PaymentProviderError,
  payForApplication,
} from '@snout/core/insurance';
import type { PetId } from '@snout/core/recognition';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps } from '../app-environment.ts';
import { applicationDto, ownApplicationDto, refusalDto } from '../dto/application-dto.ts';
import { ProblemError } from '../problem-error.ts';
import { auditAuthorOf, personOf, petActorOf, tenantOf } from '../signed-in.ts';

/** Policies are asked for by owners of pets, and decided on by people of the insurer where recognition has found something to look at. */
export function addPolicyApplicationRoutes(
  app: ApiApp,
  { applications: deps, payments }: Pick<AppDeps, 'applications' | 'payments'>,
): void {
  addOwnApplications(app, deps);
  addPremiums(app, { applications: deps, payments });

  app.openapi(listApplicationsRoute, async (context) => {
    const tenant = tenantOf(context);
    await checkInsurer(deps.insurance, tenant);
    const { state, limit, after } = context.req.valid('query');
    const found = await deps.applications.list(tenant, { state, limit: limit + 1, ...(after === undefined ? {} : { after }) });
    const page = found.slice(0, limit);
    return context.json({ applications: page.map(applicationDto), next: found.length > limit ? (page.at(-1)?.id ?? null) : null }, 200);
  });

  app.openapi(showApplicationRoute, async (context) => {
    const tenant = tenantOf(context);
    await checkInsurer(deps.insurance, tenant);
    return context.json(applicationDto(await find(deps, tenant, context.req.valid('param').applicationId)), 200);
  });

  app.openapi(decideApplicationRoute, async (context) => {
    const tenant = tenantOf(context);
    await checkInsurer(deps.insurance, tenant);
    const asked = { tenant, id: context.req.valid('param').applicationId, ...context.req.valid('json') };
    const result = await decideApplication(deps, asked, { at: deps.insurance.clock.now(), actor: auditAuthorOf(context).actor });
    if (result.kind === 'refused') return context.json({ kind: result.kind, reasons: result.reasons.map(refusalDto) }, 200);
    return context.json({ kind: result.kind, application: applicationDto(result.application) }, 200);
  });
}

type Deps = AppDeps['applications'];

function addOwnApplications(app: ApiApp, deps: Deps): void {
  app.openapi(applyForPolicyRoute, async (context) => {
    const { insurerId, productId } = context.req.valid('param');
    const { petId, tier, startsOn, choices, accepted, language } = context.req.valid('json');
    const creation = context.get('creation');
    const result = await applyForPolicy(deps, petActorOf(context), {
      insurer: insurerId as TenantId,
      productId,
      petId: petId as PetId,
      cover: { tier, startsOn, choices: Object.fromEntries(choices.map(({ factor, choice }) => [factor, choice])) },
      accepted,
      language,
      ...(creation ? { id: creation.id } : {}),
    });
    switch (result.kind) {
      case 'applied':
        return context.json(ownApplicationDto(result.application, result.policy), 201);
      case 'better-photos':
        return context.json({ kind: result.kind, wishes: [...result.wishes] }, 200);
      case 'refused':
        return context.json({ kind: result.kind, reasons: result.reasons.map(refusalDto) }, 200);
    }
  });

  app.openapi(showOwnApplicationRoute, async (context) => {
    const { insurerId, applicationId } = context.req.valid('param');
    const tenant = insurerId as TenantId;
    const application = await find(deps, tenant, applicationId);
    if (application.applicant !== personOf(context).id) throw notFound();
    const policy = application.policyId === null ? null : await deps.insurance.policies.find(tenant, application.policyId);
    return context.json(ownApplicationDto(application, policy), 200);
  });
}

function addPremiums(app: ApiApp, deps: Pick<AppDeps, 'applications' | 'payments'>): void {
  app.openapi(payForApplicationRoute, async (context) => {
    const { insurerId, applicationId: id } = context.req.valid('param');
    try {
      const asked = { insurer: insurerId as TenantId, id, applicant: personOf(context).id };
      return context.json(await payForApplication(deps, asked), 200);
    } catch (error) {
      if (!(error instanceof PaymentProviderError)) throw error;
      context.get('log').warn({ why: error.message }, 'the provider of payments could not be asked');
      throw new ProblemError('busy');
    }
  });
}

async function find({ applications }: Deps, tenant: TenantId, id: string): Promise<Application> {
  const application = await applications.find(tenant, id);
  if (application === null) throw notFound();
  return application;
}

function notFound(): InsuranceError {
  return new InsuranceError('application-not-found', 'There is no such application.');
}
