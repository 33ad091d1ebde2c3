import { type AuditValues, auditChange, type NewAuditEntry } from '../audit/index.ts';
import { addDelivery, enqueueAttempt } from './publish-event.ts';
import type { WebhookDelivery, WebhookEndpoint } from './webhook.ts';
import type { WebhookDeps, WebhookUnit } from './webhook-deps.ts';
import { WebhookError } from './webhook-error.ts';
import type { WebhookEvent } from './webhook-events.ts';

/** After a rotation the old secret signs along for this long, so that a receiver can change over without losing anything. */
export const OLD_SECRET_HOURS = 24;
/** Endpoints of one tenant. */
export const MOST_ENDPOINTS = 20;

export interface NewWebhook {
  readonly tenantId: string;
  readonly url: string;
  /** Empty: all events. */
  readonly events: readonly WebhookEvent[];
  readonly description: string;
  /** Of a request that may be repeated: the endpoint that has the id already is the answer. */
  readonly id?: string;
}

export interface WebhookChange {
  readonly url?: string;
  readonly events?: readonly WebhookEvent[];
  readonly description?: string;
  readonly isOn?: boolean;
}

/** Who manages webhooks: for the log. */
export type ManageWebhooksDeps = WebhookDeps & { readonly by: Pick<NewAuditEntry, 'actor' | 'requestId'> };

/** The secret is in the answer and never shown again. @throws WebhookError `webhook-url-refused`, `webhook-too-many`. */
export async function addWebhook(deps: ManageWebhooksDeps, webhook: NewWebhook): Promise<WebhookEndpoint> {
  const { tenantId, url, events, description, id = deps.ids.next() } = webhook;
  const made = webhook.id === undefined ? null : await deps.webhooks.findEndpoint(tenantId, id);
  if (made !== null) return made;
  checkUrl(deps, url);
  if ((await deps.webhooks.listEndpoints(tenantId)).length >= MOST_ENDPOINTS) {
    throw new WebhookError('webhook-too-many', `There can be ${MOST_ENDPOINTS} webhooks. Remove one first.`);
  }
  const secrets = [{ value: deps.sender.makeSecret(), until: null }];
  const fresh = { disabled: null, createdAt: deps.clock.now(), lastDeliveredAt: null };
  const endpoint = { id, tenantId, url, events: [...new Set(events)], description, secrets, ...fresh };
  await deps.inUnit(async (unit) => {
    await unit.webhooks.addEndpoint(endpoint);
    await log(deps, unit, { action: 'webhook-added', endpoint, after: loggedFields(endpoint) });
  });
  return endpoint;
}

/** @throws WebhookError `webhook-not-found`, `webhook-url-refused`. */
export async function changeWebhook(
  deps: ManageWebhooksDeps,
  tenantId: string,
  id: string,
  change: WebhookChange,
): Promise<WebhookEndpoint> {
  const { isOn, ...fields } = change;
  if (fields.url !== undefined) checkUrl(deps, fields.url);
  return changeLocked(deps, { tenantId, id, action: 'webhook-changed' }, (endpoint) => ({
    ...endpoint,
    ...fields,
    disabled: isOn === undefined ? endpoint.disabled : isOn ? null : (endpoint.disabled ?? 'person'),
  }));
}

/** A new secret, first in the answer; the one before signs along for a day, older ones no more. @throws WebhookError `webhook-not-found`. */
export function rotateWebhookSecret(deps: ManageWebhooksDeps, tenantId: string, id: string): Promise<WebhookEndpoint> {
  const until = new Date(deps.clock.now().getTime() + OLD_SECRET_HOURS * 3_600_000);
  const fresh = { value: deps.sender.makeSecret(), until: null };
  return changeLocked(deps, { tenantId, id, action: 'webhook-secret-rotated' }, (endpoint) => ({
    ...endpoint,
    secrets: [fresh, ...endpoint.secrets.slice(0, 1).map(({ value }) => ({ value, until }))],
  }));
}

/** @throws WebhookError `webhook-not-found`. */
export async function removeWebhook(deps: ManageWebhooksDeps, tenantId: string, id: string): Promise<void> {
  await deps.inUnit(async (unit) => {
    const endpoint = await findWebhook(unit, tenantId, id);
    await unit.webhooks.removeEndpoint(tenantId, id);
    await log(deps, unit, { action: 'webhook-removed', endpoint, before: loggedFields(endpoint) });
  });
}

/** @throws WebhookError `webhook-not-found`. */
export async function findWebhook(deps: Pick<WebhookDeps, 'webhooks'>, tenantId: string, id: string): Promise<WebhookEndpoint> {
  return (await deps.webhooks.findEndpoint(tenantId, id)) ?? notFound();
}

/** Sends "webhook.test" to one endpoint, whatever events it wants; gives the id of the delivery. @throws WebhookError `webhook-not-found`. */
export async function testWebhook(deps: WebhookDeps, tenantId: string, id: string): Promise<string> {
  const endpoint = await findWebhook(deps, tenantId, id);
  return deps.inUnit((unit) => addDelivery({ ...unit, clock: deps.clock, ids: deps.ids }, endpoint, { event: 'webhook.test', data: {} }));
}

/** Sends a delivery once more, from the first attempt on. One that is waiting is left to its time. @throws WebhookError `delivery-not-found`. */
export async function replayDelivery(deps: WebhookDeps, tenantId: string, deliveryId: string): Promise<WebhookDelivery> {
  return deps.inUnit(async ({ webhooks, jobs }) => {
    const found = await webhooks.findDelivery(tenantId, deliveryId);
    if (found === null) throw new WebhookError('delivery-not-found', 'There is no such delivery.');
    await webhooks.lockEndpoint(tenantId, found.endpointId);
    const delivery = (await webhooks.findDelivery(tenantId, deliveryId)) ?? found;
    if (delivery.state === 'waiting') return delivery;
    await webhooks.beginAgain(deliveryId);
    await enqueueAttempt(jobs, { tenantId, deliveryId, attempt: delivery.attempts.length + 1 });
    return { ...delivery, state: 'waiting', attemptsBefore: delivery.attempts.length };
  });
}

function changeLocked(
  deps: ManageWebhooksDeps,
  { tenantId, id, action }: { readonly tenantId: string; readonly id: string; readonly action: string },
  change: (endpoint: WebhookEndpoint) => WebhookEndpoint,
): Promise<WebhookEndpoint> {
  return deps.inUnit(async (unit) => {
    const before = (await unit.webhooks.lockEndpoint(tenantId, id)) ?? notFound();
    const changed = change(before);
    await unit.webhooks.updateEndpoint(changed);
    await log(deps, unit, { action, endpoint: changed, ...auditChange(loggedFields(before), loggedFields(changed)) });
    return changed;
  });
}

interface Logged {
  readonly action: string;
  readonly endpoint: WebhookEndpoint;
  readonly before?: AuditValues;
  readonly after?: AuditValues;
}

function log({ clock, by }: ManageWebhooksDeps, { audit }: WebhookUnit, { action, endpoint, before, after }: Logged): Promise<void> {
  const record = { kind: 'webhook', id: endpoint.id };
  return audit.append({
    at: clock.now(),
    ...by,
    tenantId: endpoint.tenantId,
    action,
    record,
    before: before ?? null,
    after: after ?? null,
  });
}

/** Of the address only the host: paths of receivers are often secrets. */
function loggedFields({ url, events, disabled }: WebhookEndpoint): AuditValues {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return { host, events: events.length === 0 ? 'all' : events.join(', '), isOn: disabled === null };
}

function checkUrl(deps: WebhookDeps, url: string): void {
  const problem = deps.sender.problemOf(url);
  if (problem !== null) throw new WebhookError('webhook-url-refused', problem);
}

function notFound(): never {
  throw new WebhookError('webhook-not-found', 'There is no such webhook.');
}
