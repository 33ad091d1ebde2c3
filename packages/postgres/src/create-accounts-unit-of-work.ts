import type { AccountsUnitOfWork } from '@snout/core/accounts';
import type { MailSender } from '@snout/core/notifications';
import { createAccountStore } from './create-account-store.ts';
import { createApiKeyStore } from './create-api-key-store.ts';
import { createAuditLog } from './create-audit-log.ts';
import { createMailPreferences } from './create-mail-preferences.ts';
import type { Database, Executor } from './database.ts';
import { transact } from './transact.ts';

/** `mailWithin`: takes mails into the queue, in the transaction. */
export function createAccountsUnitOfWork({ db }: Pick<Database, 'db'>, mailWithin: (executor: Executor) => MailSender): AccountsUnitOfWork {
  return {
    run: (work) =>
      transact(db, (transaction) =>
        work({
          accounts: createAccountStore(transaction),
          apiKeys: createApiKeyStore(transaction),
          mailPreferences: createMailPreferences(transaction),
          audit: createAuditLog(transaction),
          mail: mailWithin(transaction),
        }),
      ),
  };
}
