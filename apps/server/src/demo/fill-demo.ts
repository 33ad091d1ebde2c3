import { API_PATHS, apiPath, meSchema } from '@snout/contract';
import { idOf } from './demo-client.ts';
import type { DemoDeps, DemoScene } from './demo-deps.ts';
import { DemoError } from './demo-error.ts';
import type { DemoEvent, DemoOrganisation, DemoPerson, DemoPet, DemoWorld } from './demo-world.ts';
import { type DemoPhoto, numbered, photoForm, photoName } from './photo-form.ts';
import { playEvent } from './play-event.ts';

/** Pets whose photos are drawn while those of another are looked at. */
const LANES = 2;

/**
 * Tells the service of the whole world, as its people would: accounts with verified addresses, organisations, members, pets from drawn
 * photos through the real pipeline, and what happened to them. @throws DemoError
 */
export async function fillDemo(deps: DemoDeps, world: DemoWorld): Promise<void> {
  const { client, journal, said } = deps;
  const people = new Map(world.people.map((person) => [person.key, person]));
  const tenants = new Map<string, string>();
  const pets = new Map<string, { readonly pet: DemoPet; readonly id: string }>();
  const scene: DemoScene = {
    personOf: (key) => known(people, key),
    petOf: (key) => known(pets, key),
    tenantOf: ({ organisation }) => (organisation === undefined ? undefined : known(tenants, organisation)),
  };

  said(`${world.people.length} people and ${world.organisations.length} organisations`);
  for (const person of world.people) await journal.once(`account ${person.key}`, () => makeAccount(deps, person));
  for (const organisation of world.organisations) {
    const { key, owner, kind, name } = organisation;
    const id = await journal.once(`organisation ${key}`, async () => {
      const made = await client.ask(scene.personOf(owner), { method: 'POST', path: API_PATHS.organisations, body: { kind, name }, key });
      return idOf(made);
    });
    tenants.set(key, id);
    await addMembers(deps, scene, organisation);
  }
  for (const [index, event] of world.settings.entries()) {
    await journal.once(`setting ${index} ${event.kind}`, () => playEvent(deps, scene, event));
  }

  said(`${world.pets.length} pets, with their photos`);
  const waiting = [...world.pets];
  const lanes = Array.from({ length: LANES }, async () => {
    for (let pet = waiting.shift(); pet !== undefined; pet = waiting.shift()) {
      const next = pet;
      const id = await journal.once(`pet ${next.key}`, () => enrol(deps, scene, next));
      if (id !== '') pets.set(next.key, { pet: next, id });
    }
  });
  await Promise.all(lanes);

  said('what happened to them');
  for (const [index, event] of world.story.entries()) {
    if (petsIn(event).every((key) => pets.has(key)))
      await journal.once(`story ${index} ${event.kind}`, () => playEvent(deps, scene, event));
  }
}

/** With a verified address: the operator's is from the start, those of the others by the link that is mailed. */
async function makeAccount({ client, nextVerification }: DemoDeps, person: DemoPerson): Promise<string> {
  const link = nextVerification(person.email);
  // Nobody waits for it where no mail comes.
  link.catch(() => {});
  // Of an address that has an account nothing is made; a sign-in that is refused for it mails the link once more.
  await client.signUp(person);
  if (!(await client.canSignIn(person))) await client.follow(person, await link);
  return meSchema.parse(await client.ask(person, { path: API_PATHS.me })).id;
}

async function addMembers({ client, journal }: DemoDeps, scene: DemoScene, { key, owner, members }: DemoOrganisation): Promise<void> {
  const tenantId = scene.tenantOf({ person: owner, organisation: key }) ?? '';
  for (const { person, role } of members) {
    await journal.once(`member ${key} ${person}`, async () => {
      const { email } = scene.personOf(person);
      const path = apiPath(API_PATHS.invitations, { tenantId });
      const body = { email, role };
      const invitation = await client.ask(scene.personOf(owner), { method: 'POST', path, body, key: `member ${key} ${person}` });
      const invitationId = idOf(invitation);
      const accept = { method: 'POST', path: apiPath(API_PATHS.acceptInvitation, { invitationId }) } as const;
      await client.ask(scene.personOf(person), { ...accept, doneBefore: ['invitation-not-found'] });
      return invitationId;
    });
  }
}

function petsIn(event: DemoEvent): readonly string[] {
  return [...('pet' in event ? [event.pet] : []), ...('other' in event ? [event.other] : [])];
}

/** Gives nothing when none of the photos is of use. */
async function enrol(deps: DemoDeps, scene: DemoScene, pet: DemoPet): Promise<string> {
  const person = scene.personOf(pet.by.person);
  const tenantId = scene.tenantOf(pet.by);
  const petId = await enrolWith(deps, scene, { pet, photos: numbered(pet.photos) });
  if (petId !== '' && Object.keys(pet.profile).length > 0) {
    await deps.client.ask(person, { method: 'PATCH', path: apiPath(API_PATHS.petProfile, { petId }), body: pet.profile, tenantId });
  }
  return petId;
}

/** A photo that the service refuses (the models are free to think that a drawn dog is a cat) is left out, as a person would do. */
async function enrolWith(
  deps: DemoDeps,
  scene: DemoScene,
  { pet, photos }: { readonly pet: DemoPet; readonly photos: readonly DemoPhoto[] },
): Promise<string> {
  const names = photos.map((photo) => photoName(pet, photo));
  const body = await photoForm(deps, pet, photos);
  body.set('name', pet.name);
  body.set('species', pet.species);
  // Of some animals there are two entries, as people make them.
  body.set('allowDuplicate', 'true');
  const ask = { method: 'POST', path: API_PATHS.pets, body, tenantId: scene.tenantOf(pet.by), key: names.join(' ') } as const;
  try {
    return idOf(await deps.client.ask(scene.personOf(pet.by.person), ask), 'pet');
  } catch (error) {
    const refused = error instanceof DemoError ? (error.problem?.photos ?? []).map(({ photo }) => photo) : [];
    const left = photos.filter((_, index) => !refused.includes(names[index] ?? ''));
    if (left.length === photos.length) throw error;
    if (left.length > 0) return enrolWith(deps, scene, { pet, photos: left });
    deps.said(`without ${pet.name}: the models see no ${pet.species} in its photos`);
    return '';
  }
}

function known<T>(things: ReadonlyMap<string, T>, key: string): T {
  const thing = things.get(key);
  if (thing === undefined) throw new DemoError('demo-failed', `The world of the demo knows no ${key}.`);
  return thing;
}
