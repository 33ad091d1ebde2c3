import type { WebhookAttempt, WebhookDelivery, WebhookEndpoint } from './webhook.ts';
import type { WebhookEvent } from './webhook-events.ts';

export interface DeliveryQuery {
  readonly tenantId: string;
  readonly endpointId?: string;
  readonly state?: WebhookDelivery['state'];
  readonly limit: number;
  /** Deliveries that come after this one in the list. */
  readonly after?: Pick<WebhookDelivery, 'createdAt' | 'id'>;
}

/** Endpoints and deliveries. What is asked for with a tenant is found only when it is that tenant's. */
export interface WebhookStore {
  addEndpoint(endpoint: WebhookEndpoint): Promise<void>;
  /** By id; oldest first. */
  listEndpoints(tenantId: string): Promise<readonly WebhookEndpoint[]>;
  findEndpoint(tenantId: string, id: string): Promise<WebhookEndpoint | null>;
  /** Locks the endpoint within a transaction, so that changes that depend on it come one after the other. */
  lockEndpoint(tenantId: string, id: string): Promise<WebhookEndpoint | null>;
  updateEndpoint(endpoint: WebhookEndpoint): Promise<void>;
  /** With its deliveries. */
  removeEndpoint(tenantId: string, id: string): Promise<void>;
  /** Those that are on and want the event. */
  endpointsFor(tenantId: string, event: WebhookEvent): Promise<readonly WebhookEndpoint[]>;

  addDelivery(delivery: WebhookDelivery): Promise<void>;
  findDelivery(tenantId: string, id: string): Promise<WebhookDelivery | null>;
  /** Newest first. */
  listDeliveries(query: DeliveryQuery): Promise<readonly WebhookDelivery[]>;
  /** Of all tenants, by id; `after`: last id of the page before. */
  waitingDeliveries(page: { readonly limit: number; readonly after: string | null }): Promise<readonly WebhookDelivery[]>;
  addAttempt(id: string, attempt: WebhookAttempt, state: WebhookDelivery['state']): Promise<void>;
  /** Begins a new series of attempts. */
  beginAgain(id: string): Promise<void>;
  /** Deletes deliveries older than this; gives their number. */
  removeDeliveriesBefore(time: Date): Promise<number>;
  /** When the tenant is erased. */
  forgetTenant(tenantId: string): Promise<void>;
}
