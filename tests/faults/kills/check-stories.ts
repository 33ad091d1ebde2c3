import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { API_PATHS, apiPath, petListSchema, petProfileSchema, petSchema } from '@snout/contract';
import type { z } from 'zod';
import { ask } from './ask.ts';
import { photosOf } from './lives.ts';
import type { Person } from './person.ts';
import type { Story } from './story.ts';
import type { Report } from './violation.ts';
import { inWords, type PetState, type World } from './world.ts';

export interface CheckDeps {
  readonly url: string;
  readonly keeper: Person;
  /** Of the photos. */
  readonly folder: string;
  readonly report: Report;
}

/** Stands for the hash of a file that is not there. */
const MISSING = 'no file';

/**
 * Looks at every story; at those that are over and were looked at since by their lists alone, unless `isThorough`. To be called while nothing is
 * under way. Gives how many requests had been cut off, by whether they were done.
 */
export async function checkStories(
  deps: CheckDeps,
  stories: readonly Story[],
  { isThorough = false } = {},
): Promise<{ readonly done: number; readonly notDone: number }> {
  const counts = { done: 0, notDone: 0 };
  for (const story of stories.filter(({ isBroken }) => !isBroken)) {
    if (story.isSettled && !isThorough) {
      await checkList(deps, story);
      continue;
    }
    const isDone = await checkStory(deps, story);
    story.isSettled = story.isOver;
    if (isDone !== null) counts[isDone ? 'done' : 'notDone']++;
  }
  if (!stories.some(({ isBroken }) => isBroken)) await checkFiles({ ...deps, folder: photosOf(deps) }, stories);
  return counts;
}

/**
 * Compares a story with what the service says and the folder holds: all that was acknowledged must be so, and a request that was cut off
 * done wholly or not at all. Gives whether it was done; null when none was cut off.
 */
async function checkStory(deps: CheckDeps, story: Story): Promise<boolean | null> {
  const { world, photoIds } = await lookAt(deps, story);
  story.photoIds = photoIds;
  const found = inWords(world);
  if ([...world.values()].some(({ photos }) => photos.includes(MISSING))) deps.report('row-without-file', found);
  const isAsBefore = found === inWords(story.world);
  const isDone = story.pending !== null && found === inWords(story.pending.after);
  if (!isAsBefore && !isDone) {
    const pending = story.pending ? `; cut off (${story.pending.kind}), done it is ${inWords(story.pending.after)}` : '';
    deps.report('acknowledged-write-lost', `found ${found}; acknowledged ${inWords(story.world)}${pending}`);
  }
  return story.pending === null || isAsBefore ? story.pending && false : isDone;
}

/** As `checkStory`, by the list of pets alone: for the many stories that are over. */
async function checkList(deps: CheckDeps, story: Story): Promise<void> {
  const { person, world } = story;
  const listed = [...(await listPets(deps, person, false)), ...(await listPets(deps, person, true))];
  const found = listed.map(({ name, photoCount }) => `${name} ${photoCount}`).sort();
  const own = [...world].filter(([, { isGivenAway, mergedInto }]) => !isGivenAway && mergedInto === null);
  const known = own.map(([name, { photos }]) => `${name} ${photos.length}`).sort();
  if (found.join() !== known.join()) deps.report('acknowledged-write-lost', `found ${found}; acknowledged ${known}`);
}

/** Files that belong to no story. */
async function checkFiles({ folder, report }: Pick<CheckDeps, 'folder' | 'report'>, stories: readonly Story[]): Promise<void> {
  const known = new Set(stories.flatMap(({ photoIds }) => photoIds));
  for (const id of await idsOfFiles(folder)) if (!known.has(id)) report('file-without-row', id);
}

export async function idsOfFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  return names.flatMap((entry) => (entry.isFile() && !entry.parentPath.includes('.incoming') ? [entry.name.replace(/\.\w+$/, '')] : []));
}

async function lookAt(deps: CheckDeps, story: Story): Promise<{ readonly world: World; readonly photoIds: readonly string[] }> {
  const { person, ids } = story;
  for (const isArchived of [false, true]) for (const { name, id } of await listPets(deps, person, isArchived)) ids.set(name, id);
  const world = new Map<string, PetState>();
  const photoIds: string[] = [];
  for (const [name, id] of ids) {
    const seen = (await lookAtPet(deps, story, { id, by: person })) ?? (await lookAtPet(deps, story, { id, by: deps.keeper }));
    if (seen === null) continue;
    photoIds.push(...seen.photoIds);
    world.set(name, seen.state);
  }
  return { world, photoIds };
}

async function lookAtPet(
  { url, folder, keeper }: CheckDeps,
  { ids }: Story,
  { id, by }: { readonly id: string; readonly by: Person },
): Promise<{ readonly state: PetState; readonly photoIds: readonly string[] } | null> {
  const profile = await read(url, { path: apiPath(API_PATHS.petProfile, { petId: id }), by, schema: petProfileSchema });
  const pet = await read(url, { path: apiPath(API_PATHS.pet, { petId: id }), by, schema: petSchema });
  if (profile === null || pet === null) return null;
  const photos = await Promise.all(pet.photos.map((photo) => shaOf(folder, photo.id)));
  const state = {
    photos: photos.sort(),
    marks: profile.marks,
    isArchived: profile.archivedAt !== null,
    isGivenAway: by === keeper,
    mergedInto: [...ids].find(([, other]) => other === profile.mergedInto)?.[0] ?? profile.mergedInto,
  };
  return { state, photoIds: pet.photos.map((photo) => photo.id) };
}

/** Where packages/core/src/recognition/store-photos.ts puts it. */
async function shaOf(folder: string, id: string): Promise<string> {
  const bytes = await readFile(join(folder, 'photos', 'photos', id.slice(-2), `${id}.jpg`)).catch(() => null);
  return bytes === null ? MISSING : createHash('sha256').update(bytes).digest('hex');
}

async function listPets({ url }: CheckDeps, by: Person, isArchived: boolean) {
  const path = `${API_PATHS.pets}?limit=100&archived=${isArchived}`;
  return (await read(url, { path, by, schema: petListSchema }))?.pets ?? [];
}

/** Null: there is no such thing. */
async function read<Schema extends z.ZodType>(
  url: string,
  { path, by, schema }: { readonly path: string; readonly by: Person; readonly schema: Schema },
): Promise<z.infer<Schema> | null> {
  const answer = await ask(url, { path, cookie: by.cookie });
  if (answer.kind === 'refused' && answer.status === 404) return null;
  if (answer.kind !== 'done') throw new Error(`${path} was not answered: ${answer.kind === 'refused' ? answer.text : 'no connection'}`);
  return schema.parse(answer.body);
}
