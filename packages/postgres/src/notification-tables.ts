import type { OptionalMailKind } from '@snout/core/notifications';
import type { Generated } from 'kysely';

/** Tables of migrations 0010 and 0011. */
export interface NotificationTables {
  service_secrets: { name: string; value: string; made_at: Generated<Date> };
  unwanted_mails: { person_id: string; kind: OptionalMailKind; since: Generated<Date> };
  push_subscriptions: {
    id: string;
    person_id: string;
    endpoint: string;
    p256dh: string;
    auth: string;
    position: Generated<string>;
  };
}
