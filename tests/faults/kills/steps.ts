import { randomUUID } from 'node:crypto';
import { API_PATHS, apiPath, enrolmentSchema, madeInvitationSchema, madeMergeSchema } from '@snout/contract';
import type { Question } from './ask.ts';
import type { Person } from './person.ts';
import type { PhotoPool, PooledPhoto } from './photo-pool.ts';
import { NEW_PET, type World, withoutPet, withPet } from './world.ts';

/** One request of a story, with what it makes of the world. */
export interface Step {
  readonly kind: string;
  question(): Question;
  /** The world when it is done. */
  readonly after: World;
  /** Codes of refusals that mean that it was done by an attempt before, whose answer was lost. */
  readonly doneBefore: readonly string[];
  /** What it makes the service say, once it is done. */
  readonly events: readonly { readonly to: Person; readonly event: string; readonly pet: string }[];
  readonly mailTo?: string;
  /** Reads the answer. */
  learn?(body: unknown): void;
}

/** What steps know of a story. */
export interface StepContext {
  readonly person: Person;
  readonly keeper: Person;
  readonly world: World;
  readonly pool: PhotoPool;
  /** Ids of pets by name. */
  readonly ids: Map<string, string>;
}

type Done = Pick<Step, 'after' | 'events'>;

export function enrol({ person, world, pool, ids }: StepContext, name: string, photoCount: number): Step {
  const photos = pool.next(photoCount);
  const key = randomUUID();
  return {
    kind: 'enrol',
    question: () => ({ method: 'POST', path: API_PATHS.pets, cookie: person.cookie, key, body: photoForm(photos, name) }),
    ...done(withPet(world, name, { ...NEW_PET, photos: shasOf(photos) }), [{ to: person, event: 'pet.enrolled', pet: name }]),
    doneBefore: [],
    learn: (body) => ids.set(name, enrolmentSchema.parse(body).pet.id),
  };
}

export function addPhotos(context: StepContext, name: string): Step {
  const { person, world, pool } = context;
  const photos = pool.next(1);
  const key = randomUUID();
  const all = [...(world.get(name)?.photos ?? []), ...shasOf(photos)].sort();
  return {
    kind: 'add photos',
    question: () => ({
      method: 'POST',
      path: pathOf(context, API_PATHS.petPhotos, name),
      cookie: person.cookie,
      key,
      body: photoForm(photos),
    }),
    ...done(withPet(world, name, { photos: all }), [{ to: person, event: 'pet.photos-added', pet: name }]),
    doneBefore: [],
  };
}

export function edit(context: StepContext, name: string): Step {
  const marks = `marks ${randomUUID().slice(0, 8)}`;
  return {
    kind: 'edit',
    question: () => ({
      method: 'PATCH',
      path: pathOf(context, API_PATHS.petProfile, name),
      cookie: context.person.cookie,
      body: { marks },
    }),
    ...done(withPet(context.world, name, { marks }), [{ to: context.person, event: 'pet.updated', pet: name }]),
    doneBefore: [],
  };
}

export function archive(context: StepContext, name: string): Step {
  const archived = !context.world.get(name)?.isArchived;
  const event = archived ? 'pet.archived' : 'pet.updated';
  return {
    kind: 'archive',
    question: () => ({
      method: 'PUT',
      path: pathOf(context, API_PATHS.petArchived, name),
      cookie: context.person.cookie,
      body: { archived },
    }),
    ...done(withPet(context.world, name, { isArchived: archived }), [{ to: context.person, event, pet: name }]),
    doneBefore: [],
  };
}

export function erase(context: StepContext, name: string): Step {
  return {
    kind: 'erase',
    question: () => ({ method: 'DELETE', path: pathOf(context, API_PATHS.pet, name), cookie: context.person.cookie }),
    ...done(withoutPet(context.world, name), [{ to: context.person, event: 'pet.erased', pet: name }]),
    doneBefore: ['pet-not-found'],
  };
}

/** Offers a pet by mail; `offered` gets the secret. */
export function offer(context: StepContext, name: string, offered: (token: string) => void): Step {
  const mailTo = `heir-${randomUUID()}@example.org`;
  const key = randomUUID();
  const body = { kind: 'transfer', email: mailTo };
  return {
    kind: 'offer by mail',
    question: () => ({
      method: 'POST',
      path: pathOf(context, API_PATHS.petInvitations, name),
      cookie: context.person.cookie,
      key,
      body,
    }),
    ...done(context.world, []),
    doneBefore: [],
    mailTo,
    learn: (answer) => offered(madeInvitationSchema.parse(answer).token),
  };
}

/** The keeper takes an offered pet. */
export function transfer({ person, keeper, world }: StepContext, name: string, token: string): Step {
  return {
    kind: 'transfer',
    question: () => ({ method: 'POST', path: API_PATHS.invitationAccept, cookie: keeper.cookie, body: { token } }),
    ...done(withPet(world, name, { isGivenAway: true, isArchived: false }), [
      { to: person, event: 'pet.transferred', pet: name },
      { to: keeper, event: 'pet.transferred', pet: name },
    ]),
    doneBefore: ['invitation-over'],
  };
}

/** `merged` gets the id of the merge. */
export function merge(context: StepContext, [keep, gone]: readonly [string, string], merged: (id: string) => void): Step {
  const { person, world, ids } = context;
  const key = randomUUID();
  const photos = [...(world.get(keep)?.photos ?? []), ...(world.get(gone)?.photos ?? [])].sort();
  const marks = world.get(keep)?.marks || world.get(gone)?.marks || '';
  const kept = withPet(world, keep, { photos, marks });
  return {
    kind: 'merge',
    question: () => ({
      method: 'POST',
      path: pathOf(context, API_PATHS.petMerges, keep),
      cookie: person.cookie,
      key,
      body: { petId: ids.get(gone) },
    }),
    ...done(
      withPet(kept, gone, { photos: [], mergedInto: keep }),
      [keep, gone].map((pet) => ({ to: person, event: 'pet.merged', pet })),
    ),
    doneBefore: [],
    learn: (body) => merged(madeMergeSchema.parse(body).merge.id),
  };
}

export function undoMerge(context: StepContext, { before, keep, gone, id }: Merged): Step {
  return {
    kind: 'undo merge',
    question: () => ({
      method: 'POST',
      path: apiPath(API_PATHS.petMergeUndo, { petId: context.ids.get(keep) ?? '', mergeId: id }),
      cookie: context.person.cookie,
    }),
    ...done(
      before,
      [keep, gone].map((pet) => ({ to: context.person, event: 'pet.updated', pet })),
    ),
    doneBefore: ['merge-stays'],
  };
}

/** A merge that may be undone: nothing else happened to the two since. */
export interface Merged {
  readonly before: World;
  readonly keep: string;
  readonly gone: string;
  readonly id: string;
}

function done(after: World, events: Step['events']): Done {
  return { after, events };
}

function pathOf({ ids }: StepContext, template: Parameters<typeof apiPath>[0], name: string): string {
  return apiPath(template, { petId: ids.get(name) ?? '' });
}

function photoForm(photos: readonly PooledPhoto[], name?: string): FormData {
  const form = new FormData();
  for (const { bytes, sha256 } of photos) form.append('photos', new File([bytes], `${sha256.slice(0, 8)}.jpg`, { type: 'image/jpeg' }));
  if (name !== undefined) {
    form.set('name', name);
    form.set('allowDuplicate', 'true');
  }
  form.set('sameAnimal', 'true');
  return form;
}

function shasOf(photos: readonly PooledPhoto[]): string[] {
  return photos.map(({ sha256 }) => sha256).sort();
}
