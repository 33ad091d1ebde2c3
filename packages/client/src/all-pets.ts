import type { SnoutClient } from './create-snout-client.ts';
import type { components } from './generated/api.ts';

/** Every pet by name, a page at a time as they are asked for. @throws Error with the code of the problem. */
export async function* allPets(client: SnoutClient, pageSize = 100): AsyncGenerator<components['schemas']['PetListItem']> {
  for (let after: string | undefined; ; ) {
    const { data, error } = await client.GET('/api/pets', {
      params: { query: { limit: pageSize, ...(after === undefined ? {} : { after }) } },
    });
    if (error) throw new Error(error.code);
    yield* data.pets;
    if (data.next === null) return;
    after = data.next;
  }
}
