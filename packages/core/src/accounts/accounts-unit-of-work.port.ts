import type { AuditLog } from '../audit/index.ts';
import type { MailPreferences, MailSender } from '../notifications/index.ts';
import type { AccountStore } from './account-store.port.ts';
import type { ApiKeyStore } from './api-key-store.port.ts';

/** Stores of one transaction, with the log that tells of the change, and the mail that leaves when it is committed. */
export interface AccountsTransaction {
  readonly accounts: AccountStore;
  readonly apiKeys: ApiKeyStore;
  readonly mailPreferences: MailPreferences;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly mail: MailSender;
}

/**
 * Runs `work` in one transaction: all that its stores write is kept, or, when it throws, nothing. It may run several times, when the
 * database undoes it for the sake of another.
 */
export interface AccountsUnitOfWork {
  run<T>(work: (stores: AccountsTransaction) => Promise<T>): Promise<T>;
}
