import type { WebhookAttempt, WebhookDelivery, WebhookDisabledWhy, WebhookEvent, WebhookSecret } from '@snout/core/webhooks';
import type { ColumnType, Generated } from 'kysely';

/** Times are text within JSON. */
type InJson<Row> = {
  readonly [Name in keyof Row]: Row[Name] extends Date ? string : Row[Name] extends Date | null ? string | null : Row[Name];
};

/** Tables of migration 0013. */
export interface WebhookTables {
  webhook_endpoints: {
    id: string;
    tenant_id: string;
    url: string;
    events: WebhookEvent[];
    description: string;
    /** Written as JSON text. */
    secrets: ColumnType<readonly InJson<WebhookSecret>[], string, string>;
    disabled: WebhookDisabledWhy | null;
    created_at: Date;
    last_delivered_at: Date | null;
  };
  webhook_deliveries: {
    id: string;
    endpoint_id: string;
    tenant_id: string;
    event: WebhookEvent;
    body: string;
    created_at: Date;
    state: WebhookDelivery['state'];
    /** Written as JSON text. */
    attempts: ColumnType<readonly InJson<WebhookAttempt>[], string | undefined, string>;
    attempts_before: Generated<number>;
  };
}
