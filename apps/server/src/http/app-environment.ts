import type { AboutDto } from '@snout/contract';
import type { AccountStore, AccountsUnitOfWork, Actor, ApiKeyStore, People, RateLimits, SignIn, TenantId } from '@snout/core/accounts';
import type { AuditLog } from '@snout/core/audit';
import type { ErasureUnitOfWork } from '@snout/core/erasure';
import type { IdempotentRequests } from '@snout/core/idempotency';
import type { ImportsDeps } from '@snout/core/imports';
import type { ApplicationDeps, InsuranceDeps, PaymentDeps } from '@snout/core/insurance';
import type { MarkFinder } from '@snout/core/matching';
import type { MailPreferences, MailSender, PushSender, PushSubscriptions } from '@snout/core/notifications';
import type { PetsDeps } from '@snout/core/pets';
import type { Gallery, PhotoFetcher } from '@snout/core/recognition';
import type { ReminderStore } from '@snout/core/reminders';
import type { WebhookDeps } from '@snout/core/webhooks';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../observability/metrics.ts';
import type { PhotoRenderer } from '../photo-renderer.ts';
import type { KeyRates } from './key-rates.ts';
import type { SandboxDesk } from './routes/sandbox-payments.route.ts';
import type { UnsubscribeDeps } from './routes/unsubscribe.route.ts';

/** Everything the HTTP layer stands on; made in compose.ts. */
export interface AppDeps extends PetsDeps {
  readonly signIn: SignIn;
  readonly accounts: AccountStore;
  readonly apiKeys: ApiKeyStore;
  readonly accountsUnitOfWork: AccountsUnitOfWork;
  readonly keyRates: KeyRates;
  readonly people: People;
  readonly rateLimits: RateLimits;
  readonly mail: MailSender;
  readonly mailPreferences: MailPreferences;
  readonly push: { readonly subscriptions: PushSubscriptions } & Pick<PushSender, 'publicKey'>;
  readonly webhooks: WebhookDeps;
  readonly audit: AuditLog;
  readonly erasure: ErasureUnitOfWork;
  readonly reminders: Pick<ReminderStore, 'photoTimes'>;
  /** For links in mails; without a slash at the end. */
  readonly publicUrl: string;
  /** Header in which a proxy of ours tells who asks; null: there is none, and the socket tells. */
  readonly clientAddressHeader: string | null;
  readonly idempotentRequests: IdempotentRequests;
  readonly imports: ImportsDeps;
  readonly insurance: InsuranceDeps;
  readonly applications: ApplicationDeps;
  readonly payments: PaymentDeps;
  /** For photos that are given by their address. */
  readonly photoFetcher: PhotoFetcher;
  readonly markFinder: MarkFinder;
  readonly renderer: PhotoRenderer;
  readonly about: AboutDto;
  readonly log: Logger;
  readonly allowedHosts: readonly string[];
  readonly maxRequestBytes: number;
  /** Counts requests; without it nobody does. */
  readonly metrics?: Pick<Metrics, 'answered'>;
  /** For the links in mails; without it they lead nowhere. */
  readonly unsubscribe?: UnsubscribeDeps;
  /** Where payers choose; without it the sandbox takes no payments. */
  readonly sandboxDesk?: SandboxDesk;
  /** Whether new requests are welcome: see `/ready`. Without it they always are. */
  readonly isReady?: () => Promise<boolean>;
  /** Folder of the built web app. */
  readonly webFolder: string;
  /** Folder of the models, of which the page loads some. */
  readonly modelsFolder: string;
}

/** What handlers of requests get: the gallery is what middleware/access-control.ts leaves, never that of all tenants. */
export type RouteDeps = Omit<AppDeps, 'gallery'>;

/** What middleware leaves for handlers. */
export interface AppEnvironment {
  Variables: {
    requestId: string;
    log: Logger;
    /** Of the page's own style elements; see middleware/security-headers.ts. */
    styleNonce: string;
    /** Who asks; on routes for anyone, nobody is asked and it is `anonymous`. */
    actor: Actor;
    /** For whom the actor may do it; the first owns what is made. */
    tenants: readonly TenantId[];
    /** As these tenants see it. */
    gallery: Gallery;
    /**
     * Of a request with an Idempotency-Key: the id and, where one is needed, the secret for what it makes, the same in each attempt; `again`:
     * an earlier attempt may have made it, and died before it could answer. The secret cannot be made without the key.
     */
    creation: { readonly id: string; readonly secret: string; readonly again: boolean } | undefined;
  };
}
