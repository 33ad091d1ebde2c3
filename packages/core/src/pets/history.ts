import type { PetId } from '../recognition/index.ts';
import type { WebhookEvent } from '../webhooks/index.ts';
import type { FieldChange } from './change-profile.ts';
import { findPetAs } from './pet-access.ts';
import type { HistoryKind, PetActor, PetAuthor, PetRecord } from './pet-record.ts';
import type { PetsDeps } from './pets-deps.ts';
import type { PetsTransaction } from './pets-unit-of-work.port.ts';

/** `by`: null when somebody of another tenant did it, such as an owner of earlier days. */
export interface ShownHistoryEntry {
  readonly seq: number;
  readonly at: string;
  readonly kind: HistoryKind;
  readonly by: string | null;
  readonly changes: readonly FieldChange[];
}

export interface HistoryPage {
  readonly entries: readonly ShownHistoryEntry[];
  /** Hand it in as `before` for the next page; null at the end. */
  readonly next: number | null;
}

/** Newest first. @throws PetError `pet-not-found`. */
export function showHistory(
  deps: Pick<PetsDeps, 'petsUnitOfWork'>,
  actor: PetActor,
  request: { readonly petId: PetId; readonly limit: number; readonly before?: number },
): Promise<HistoryPage> {
  return deps.petsUnitOfWork.run(async ({ pets }) => {
    await findPetAs(pets, 'carer', request.petId, actor);
    const page = { limit: request.limit + 1, ...(request.before === undefined ? {} : { before: request.before }) };
    const found = await pets.history(request.petId, page);
    const entries = found.slice(0, request.limit).map(({ seq, at, kind, by, changes }) => ({
      seq,
      at,
      kind,
      by: by && actor.tenants.includes(by.tenant) ? by.user : null,
      changes,
    }));
    return { entries, next: found.length > request.limit ? (entries.at(-1)?.seq ?? null) : null };
  });
}

/** A change under way: in which unit of work, when, and by whom. */
export interface Change {
  readonly stores: PetsTransaction;
  readonly at: Date;
  readonly by: PetAuthor;
}

/** A change of which those who read the log must not learn the author: null. */
type AuditedChange = Omit<Change, 'by'> & { readonly by: PetAuthor | null };

interface Done {
  readonly kind: HistoryKind;
  readonly changes?: readonly FieldChange[];
}

/** Writes down what somebody has done to a pet, in its history and in the audit log, and tells the webhooks of its owner. */
export async function record(
  { stores, at, by }: Change,
  pet: Pick<PetRecord, 'id' | 'tenant'>,
  { kind, changes = [] }: Done,
): Promise<void> {
  await stores.pets.appendHistory({ petId: pet.id, at: at.toISOString(), by, kind, changes });
  const fields = changes.map(({ field }) => field);
  await audit({ stores, at, by }, pet, { action: kind, fields });
  const event = EVENTS[kind];
  if (event) await stores.publish({ tenantId: pet.tenant, event, data: { petId: pet.id, ...(fields.length > 0 ? { fields } : {}) } });
}

/** The audit log names the fields, not what they say: it outlives the pet. */
export function audit(
  { stores, at, by }: AuditedChange,
  pet: Pick<PetRecord, 'id' | 'tenant'>,
  { action, fields = [] }: { readonly action: string; readonly fields?: readonly string[] },
): Promise<void> {
  return stores.audit.append({
    at,
    actor: by ? { kind: by.kind, id: by.user } : { kind: 'public', id: null },
    tenantId: pet.tenant,
    action,
    record: { kind: 'pet', id: pet.id },
    requestId: null,
    before: null,
    after: fields.length > 0 ? { fields: fields.join(', ') } : null,
  });
}

/** What receivers of webhooks are told; null: nothing. */
const EVENTS: Readonly<Record<HistoryKind, WebhookEvent | null>> = {
  registered: 'pet.enrolled',
  changed: 'pet.updated',
  'photos-added': 'pet.photos-added',
  archived: 'pet.archived',
  unarchived: 'pet.updated',
  'carer-joined': null,
  'carer-left': null,
  transferred: 'pet.transferred',
  merged: 'pet.merged',
  'merge-undone': 'pet.updated',
  shared: null,
  'share-ended': null,
  findable: null,
  'not-findable': null,
};
