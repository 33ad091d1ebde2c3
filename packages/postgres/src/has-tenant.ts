import type { Executor } from './database.ts';

/** Whether there is an account or an organisation with this id. */
export async function hasTenant(db: Executor, id: string): Promise<boolean> {
  return (await db.selectFrom('tenants').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}
