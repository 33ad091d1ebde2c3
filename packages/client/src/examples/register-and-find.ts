import { allPets, type SnoutClient } from '../index.ts';

/** Registers a pet, adds a photo, asks who is on another, and lists all pets: what an integration does first. */
export async function registerAndFind(
  client: SnoutClient,
  { name, first, second, unknown }: { readonly name: string; readonly first: Blob; readonly second: Blob; readonly unknown: Blob },
): Promise<{ readonly id: string; readonly verdict: string; readonly names: readonly string[] }> {
  const registered = await client.POST('/api/pets', { body: { name, photos: [first] } });
  // `possible-duplicate`, `photos-unusable` ...: see docs/errors.md for what to do about each.
  if (registered.error) throw new Error(registered.error.code);
  const { id } = registered.data.pet;

  const added = await client.POST('/api/pets/{petId}/photos', { params: { path: { petId: id } }, body: { photos: [second] } });
  if (added.error) throw new Error(added.error.code);

  const identified = await client.POST('/api/identify', { body: { photos: [unknown] } });
  if (identified.error) throw new Error(identified.error.code);
  const [photo] = identified.data.photos;
  const [head] = photo?.kind === 'identified' ? photo.heads : [];

  const names: string[] = [];
  for await (const pet of allPets(client, 2)) names.push(pet.name);
  return { id, verdict: head?.verdict.kind ?? 'no head', names };
}
