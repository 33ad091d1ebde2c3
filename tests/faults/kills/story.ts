import { ask, comeAgain } from './ask.ts';
import { webhookAbout } from './messages.ts';
import { makePerson, type Person, type PersonDeps } from './person.ts';
import type { PhotoPool } from './photo-pool.ts';
import {
  addPhotos,
  archive,
  edit,
  enrol,
  erase,
  type Merged,
  merge,
  offer,
  type Step,
  type StepContext,
  transfer,
  undoMerge,
} from './steps.ts';
import type { Tally } from './tally.ts';
import type { Report } from './violation.ts';
import type { World } from './world.ts';

export interface StoryDeps extends PersonDeps {
  readonly keeper: Person;
  readonly pool: PhotoPool;
  readonly tally: Tally;
  readonly report: Report;
  /** 0 to 1. */
  random(): number;
  /** Hears of each request that was acknowledged. */
  acknowledged(kind: string): void;
  /** Hears of each that the service said it could not answer now. */
  unavailable?(): void;
}

/** What a person and their pets went through, as far as the service has acknowledged it. */
export interface Story {
  readonly person: Person;
  world: World;
  /** Under way, or cut off: done or not. */
  pending: Step | null;
  /** Ids of pets by name, as far as answers or lists told them; erased ones too. */
  readonly ids: Map<string, string>;
  /** Ids of the photos that its pets had when they were last looked at. */
  photoIds: readonly string[];
  isOver: boolean;
  /** Over, and looked at since. */
  isSettled: boolean;
  /** A request was refused: what is so is not known any more. */
  isBroken: boolean;
}

/** Requests of one story. */
const STEPS = 12;

/** Stories, one after the other, until the run ends. `begun` hears of each. */
export async function tellStories(deps: StoryDeps, lane: number, begun: (story: Story) => void): Promise<void> {
  for (let number = 1; ; number++) {
    const name = `person-${lane}-${number}`;
    const person = await makePerson(deps, name, () => deps.tally.signedUp(`${name}@example.org`));
    if (person === null) return;
    const story = beginStory(person);
    begun(story);
    const teller = createTeller(deps, story, name);
    for (let step = 0; step < STEPS && !story.isBroken; step++) {
      if (deps.gate.isFinishing()) return;
      await teller.tell();
    }
    story.isOver = true;
  }
}

export function beginStory(person: Person): Story {
  return { person, world: new Map(), pending: null, ids: new Map(), photoIds: [], isOver: false, isSettled: false, isBroken: false };
}

function createTeller(deps: StoryDeps, story: Story, name: string) {
  let pets = 0;
  let offered: { readonly pet: string; readonly token: string } | null = null;
  let merged: Merged | null = null;
  const context = (): StepContext => ({ ...deps, person: story.person, world: story.world, ids: story.ids });
  const nextName = () => `${name} pet ${++pets}`;

  const next = (): Step => {
    const own = [...story.world].filter(([, pet]) => !pet.isGivenAway && pet.mergedInto === null).map(([pet]) => pet);
    const pick = () => own[Math.floor(deps.random() * own.length)] ?? '';
    // What must follow at once.
    if (offered) return transfer(context(), offered.pet, offered.token);
    if (merged) {
      const undone = merged;
      merged = null;
      if (deps.random() < 0.5) return undoMerge(context(), undone);
    }
    if (own.length < 2) return enrol(context(), nextName(), own.length === 0 ? 2 : 1);
    return chosen(own, pick);
  };

  const chosen = (own: readonly string[], pick: () => string): Step => {
    const dice = deps.random();
    if (dice < 0.15) return enrol(context(), nextName(), 1);
    if (dice < 0.35) return addPhotos(context(), pick());
    if (dice < 0.5) return edit(context(), pick());
    if (dice < 0.6) return archive(context(), pick());
    const alone = own.filter((pet) => ![...story.world.values()].some(({ mergedInto }) => mergedInto === pet));
    const [first, second] = alone;
    if (dice < 0.75 && first !== undefined) return offer(context(), first, (token) => (offered = { pet: first, token }));
    if (dice < 0.9 && first !== undefined && second !== undefined) {
      const before = story.world;
      return merge(context(), [first, second], (id) => (merged = { before, keep: first, gone: second, id }));
    }
    return first === undefined ? edit(context(), pick()) : erase(context(), first);
  };

  return {
    /** Asks for the next thing until it is known to be done. */
    async tell(): Promise<void> {
      const step = next();
      if (step.kind === 'transfer') offered = null;
      story.pending = step;
      await perform(deps, story, step);
    },
  };
}

/** As a client that is told to repeat: until the request is answered by yes or no. */
export async function perform(deps: StoryDeps, story: Story, step: Step): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const url = await deps.gate.url();
    const answer = await ask(url, step.question());
    if (answer.kind === 'unknown') {
      if (answer.why === 'unavailable') {
        deps.unavailable?.();
        await comeAgain();
      }
      continue;
    }
    if (answer.kind === 'refused' && !(attempt > 1 && step.doneBefore.includes(answer.code))) {
      deps.report('request-refused', `${step.kind}, attempt ${attempt}: ${answer.status} ${answer.text.slice(0, 400)}`);
      story.isBroken = true;
      return;
    }
    if (answer.kind === 'done') step.learn?.(answer.body);
    story.world = step.after;
    story.pending = null;
    for (const { to, event, pet } of step.events) deps.tally.expectWebhook(webhookAbout(to.hook, event, story.ids.get(pet) ?? pet));
    if (step.mailTo !== undefined) deps.tally.expectMail(step.mailTo);
    deps.tally.count(step.kind, attempt);
    deps.acknowledged(step.kind);
    return;
  }
}
