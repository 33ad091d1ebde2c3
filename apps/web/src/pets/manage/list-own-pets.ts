import type { PetListItemDto } from '@snout/contract';
import { snoutApi } from '../../api/snout-api.ts';

/** More are not offered in a list to choose from. */
const MOST = 500;

/** Pets that the person owns, by name: page after page. @throws ApiError */
export async function listOwnPets(): Promise<readonly PetListItemDto[]> {
  const own: PetListItemDto[] = [];
  let after: string | null = null;
  do {
    const page = await snoutApi.listPets(after);
    own.push(...page.pets.filter(({ role }) => role === 'owner'));
    after = page.next;
  } while (after !== null && own.length < MOST);
  return own;
}
