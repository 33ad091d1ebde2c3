import type { MailPreferences } from '@snout/core/notifications';
import { sql } from 'kysely';
import type { Executor } from './database.ts';

export function createMailPreferences(executor: Executor): MailPreferences {
  return {
    async unwanted(personId) {
      const rows = await executor.selectFrom('unwanted_mails').select('kind').where('person_id', '=', personId).orderBy('kind').execute();
      return rows.map(({ kind }) => kind);
    },
    async set(personId, kind, wanted) {
      if (wanted) await executor.deleteFrom('unwanted_mails').where('person_id', '=', personId).where('kind', '=', kind).execute();
      else {
        // A link in an old mail may outlive the account.
        await sql`
          insert into unwanted_mails (person_id, kind) select id, ${kind} from users where id = ${personId} on conflict do nothing
        `.execute(executor);
      }
    },
    async forget(personId) {
      await executor.deleteFrom('unwanted_mails').where('person_id', '=', personId).execute();
    },
  };
}
