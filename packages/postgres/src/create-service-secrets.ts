import type { Executor } from './database.ts';

/** Secrets that all processes of the service share. */
export interface ServiceSecrets {
  /** The secret of this name; made by `make` by the first process that asks, and the same for all from then on. */
  getOrMake(name: string, make: () => string): Promise<string>;
}

export function createServiceSecrets(executor: Executor): ServiceSecrets {
  const find = async (name: string) =>
    (await executor.selectFrom('service_secrets').select('value').where('name', '=', name).executeTakeFirst())?.value;
  return {
    async getOrMake(name, make) {
      const known = await find(name);
      if (known !== undefined) return known;
      await executor
        .insertInto('service_secrets')
        .values({ name, value: make() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const made = await find(name);
      if (made === undefined) throw new Error(`The secret "${name}" was not kept.`);
      return made;
    },
  };
}
