import { LOCAL_TENANT, type TenantId, type UserActor } from '../accounts/index.ts';
import type { Clock, Ids } from '../recognition/index.ts';
import { ERASE_TENANT, type Erasure } from './erasure.ts';
import { ErasureError } from './erasure-error.ts';
import type { ErasureTransaction, ErasureUnitOfWork } from './erasure-unit-of-work.port.ts';
import { type ErasurePlan, planWithin } from './plan-erasure.ts';

export interface RequestErasure {
  readonly tenant: TenantId;
  /** As typed: see `ErasurePlan.confirmWith`. */
  readonly confirmation: string;
  /** Pets that others care for are erased too, for these others as well. */
  readonly alsoSharedPets: boolean;
  readonly requestId: string | null;
}

/**
 * Everything of the tenant is going to be erased: from now on nobody gets in, and the job does the rest, however often it is interrupted.
 * Of the operator, who is the last one here, what belongs to the command line goes too.
 * @throws ErasureError when a rule is not met; nothing has changed then.
 */
export function requestErasure(
  deps: { readonly unit: ErasureUnitOfWork; readonly clock: Clock; readonly ids: Ids },
  asker: UserActor,
  request: RequestErasure,
): Promise<Erasure> {
  return deps.unit.run(async (stores) => {
    const now = deps.clock.now();
    const plan = await planWithin(stores, { asker, tenant: request.tenant, now });
    check(plan, request);
    const ofAsker = { requestedBy: asker.id, requestedAt: now };
    const takesLocal = plan.kind === 'person' && asker.memberships.some(({ tenant }) => tenant === LOCAL_TENANT);
    if (takesLocal) await begin(stores, { ...ofAsker, id: deps.ids.next(), tenant: LOCAL_TENANT, kind: 'local' }, request.requestId);
    const erasure: Erasure = { ...ofAsker, id: deps.ids.next(), tenant: request.tenant, kind: plan.kind };
    await begin(stores, erasure, request.requestId);
    return erasure;
  });
}

function check(plan: ErasurePlan, request: RequestErasure): void {
  if (!plan.isFresh) throw new ErasureError('fresh-sign-in-required', 'Sign in again, and then ask within ten minutes.');
  if (plan.operatorStays) {
    throw new ErasureError('operator-stays', 'This account runs the installation, and there are others on it: they go first.');
  }
  if (plan.orphanedOrganisations.length > 0) {
    const names = plan.orphanedOrganisations.map(({ name }) => name).join(', ');
    throw new ErasureError('organisation-needs-owner', `Make somebody else an owner of ${names} first, or have it erased.`);
  }
  if (!sameText(plan.confirmWith, request.confirmation)) {
    throw new ErasureError('confirmation-differs', 'What was typed is not what was asked for.');
  }
  if (plan.sharedPets > 0 && !request.alsoSharedPets) {
    const how = 'Hand them over to those who care for them, or say that they are to be erased too.';
    throw new ErasureError('pets-shared', `Others care for ${plan.sharedPets} of the pets. ${how}`);
  }
}

async function begin(stores: ErasureTransaction, erasure: Erasure, requestId: string | null): Promise<void> {
  if (!(await stores.erasures.add(erasure))) return;
  await stores.erasures.closeWaysIn(erasure);
  await stores.audit.append({
    at: erasure.requestedAt,
    actor: { kind: 'person', id: erasure.requestedBy },
    tenantId: erasure.tenant,
    action: 'erasure-requested',
    record: { kind: 'tenant', id: erasure.tenant },
    requestId,
    before: null,
    after: null,
  });
  await stores.jobs.enqueue(ERASE_TENANT, { erasureId: erasure.id }, { key: erasure.id });
}

/** As people read it: whatever the case, and with one space for several. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  return plain(a) === plain(b);
}
