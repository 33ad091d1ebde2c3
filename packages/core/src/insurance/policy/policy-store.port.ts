import type { TenantId } from '../../accounts/index.ts';
import type { PolicyEvent } from './policy-event.ts';
import type { PolicyNumber } from './policy-number.ts';
import type { Policy } from './policy-state.ts';

export interface StoredPolicy {
  readonly id: string;
  readonly policy: Policy;
}

/** `already-insured`: the animal has another open policy with the insurer. */
export type PolicyAdded = { readonly kind: 'added'; readonly policy: Policy } | { readonly kind: 'already-insured' | 'number-taken' };
/** `changed-meanwhile`: it has other events than those decided on; `not-found`: the tenant has no such policy. */
export type PolicyAppended =
  | { readonly kind: 'appended'; readonly policy: Policy }
  | { readonly kind: 'already-insured' | 'changed-meanwhile' | 'not-found' };

/** Policies of insurers, by their events. What is asked for with a tenant is found only when it is that tenant's. */
export interface PolicyStore {
  /** A policy that begins with these events, of the tenant that they name. Anything but `added` leaves nothing behind. */
  add(id: string, events: readonly PolicyEvent[]): Promise<PolicyAdded>;
  /**
   * Events after the first `after` ones (Policy.sequence). Of two who append after the same, whenever they do, one gets
   * `changed-meanwhile`. Anything but `appended` leaves nothing behind.
   */
  append(tenant: TenantId, id: string, added: { readonly after: number; readonly events: readonly PolicyEvent[] }): Promise<PolicyAppended>;
  find(tenant: TenantId, id: string): Promise<StoredPolicy | null>;
  findByNumber(tenant: TenantId, number: PolicyNumber): Promise<StoredPolicy | null>;
  /** All of an animal, oldest first. */
  ofPet(tenant: TenantId, petId: string): Promise<readonly StoredPolicy[]>;
  /** Newest first: as many as `limit`, issued before the policy `before` where one is given. */
  list(tenant: TenantId, page: { readonly limit: number; readonly before?: string }): Promise<readonly StoredPolicy[]>;
  /** What the policy is made of, in order; empty where there is none. */
  history(tenant: TenantId, id: string): Promise<readonly PolicyEvent[]>;
}
