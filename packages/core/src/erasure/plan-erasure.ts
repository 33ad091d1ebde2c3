import { LOCAL_TENANT, type TenantId, type UserActor } from '../accounts/index.ts';
import type { Clock } from '../recognition/index.ts';
import { type ErasureKind, FRESH_SIGN_IN_MS } from './erasure.ts';
import { ErasureError } from './erasure-error.ts';
import type { ErasureFacts } from './erasure-store.port.ts';
import type { ErasureTransaction, ErasureUnitOfWork } from './erasure-unit-of-work.port.ts';

/** What somebody is shown before everything is erased. */
export interface ErasurePlan extends Omit<ErasureFacts, 'otherAccounts'> {
  readonly kind: ErasureKind;
  /** What has to be typed: the person's address, or the organisation's name. */
  readonly confirmWith: string;
  /** The operator's account stays while there are others, since nobody would run the installation. */
  readonly operatorStays: boolean;
  /** Whether the session that asks is young enough to erase. */
  readonly isFresh: boolean;
}

export function planErasure(
  deps: { readonly unit: ErasureUnitOfWork; readonly clock: Clock },
  asker: UserActor,
  tenant: TenantId,
): Promise<ErasurePlan> {
  return deps.unit.run((stores) => planWithin(stores, { asker, tenant, now: deps.clock.now() }));
}

/** @throws ErasureError `erasure-not-allowed` for those who do not own the tenant. */
export async function planWithin(
  { erasures, accounts }: Pick<ErasureTransaction, 'erasures' | 'accounts'>,
  { asker, tenant, now }: { readonly asker: UserActor; readonly tenant: TenantId; readonly now: Date },
): Promise<ErasurePlan> {
  const membership = asker.memberships.find((one) => one.tenant === tenant);
  if (membership?.role !== 'owner') throw new ErasureError('erasure-not-allowed', 'Only an owner can have everything erased.');
  const kind: ErasureKind = tenant === LOCAL_TENANT ? 'local' : membership.kind === 'personal' ? 'person' : 'organisation';
  const { otherAccounts, ...facts } = await erasures.facts(tenant);
  const session = (await accounts.sessions(asker.id)).find(({ id }) => id === asker.sessionId);
  return {
    ...facts,
    kind,
    confirmWith: kind === 'person' ? asker.email : membership.name,
    operatorStays: kind === 'person' && asker.isOperator && otherAccounts > 0,
    isFresh: session !== undefined && now.getTime() - Date.parse(session.createdAt) <= FRESH_SIGN_IN_MS,
  };
}
