import { beforeEach, describe, expect, it } from 'vitest';
import { describeCoat } from '../matching/index.ts';
import { createFakeMarkFinder } from '../testing/fake-mark-finder.ts';
import type { FakeHead } from '../testing/fake-recogniser.ts';
import { createInMemoryDeps, createPhotographer } from '../testing/in-memory-deps.ts';
import { describeDecision } from './describe-decision.ts';
import { enrolPet } from './enrol-pet.ts';
import { verify } from './verify.ts';

let deps: ReturnType<typeof createInMemoryDeps>;
let looks: number;
beforeEach(() => {
  deps = createInMemoryDeps();
  const finder = deps.markFinder;
  looks = 0;
  deps = {
    ...deps,
    markFinder: {
      ...finder,
      find: (...asked) => {
        looks++;
        return finder.find(...asked);
      },
    },
  };
});

const photo = createPhotographer();

async function enrol(...heads: readonly FakeHead[]) {
  const result = await enrolPet(deps, { name: 'Mia', photos: heads.map((head) => photo(head)) });
  if (result.kind !== 'enrolled') throw new Error('Mia was not enrolled.');
  return result;
}

async function verified(petId: Parameters<typeof verify>[1]['petId'], ...heads: readonly (string | FakeHead)[]) {
  const result = await verify(deps, { petId, photos: heads.map((head) => photo(head)), use: 'claim' });
  if (result.kind !== 'verified') throw new Error('The photos were rejected.');
  return result;
}

const mia: FakeHead = { animal: 'Mia' };

describe('verifying by face and coat', () => {
  it('says what the coat says beside a face that matches, in words with the figures behind them', async () => {
    const { pet, photos } = await enrol(mia, mia);
    const { decision, coat } = await verified(pet.id, mia);
    expect(decision).toMatchObject({ kind: 'match' });
    expect(coat).toMatchObject({ says: 'supports', compared: 2, judgement: { why: null } });
    expect(photos.map(({ id }) => id)).toContain(coat?.photoId);
    const words = coat === null ? [] : describeCoat(coat);
    expect(words[0]).toMatch(/^\d+ of \d+ marks of face and coat agree, .* That supports that it is the same animal\.$/);
    expect(words[1]).toMatch(
      /^Two different cats agree this well in fewer than 1 of \d,000 comparisons \(n = 100,000 comparisons of 51 cats\)\.$/,
    );
    expect(words[2]).toBe('The best of 2 stored photos is meant; the figures allow for that.');
  });

  it('calls a person when the coat speaks against a face that matches, and does not refuse', async () => {
    const { pet } = await enrol(mia, mia);
    const { decision, coat } = await verified(pet.id, { animal: 'Mia', coat: 'a twin' });
    expect(coat?.says).toBe('doubts');
    expect(decision).toMatchObject({ kind: 'review', why: ['marks-doubt'], candidates: [{ pet }] });
    expect(describeDecision(decision, 'cat').join(' ')).toContain('the marks of the coats speak against it');
  });

  it('never lifts a face that does not match', async () => {
    const { pet } = await enrol(mia, mia);
    const { decision, coat } = await verified(pet.id, { animal: 'Max', coat: 'Mia' });
    expect(coat?.says).toBe('supports');
    expect(decision.kind).toBe('unknown');
  });

  it('goes by the face alone where a coat has too few marks, whichever of the two', async () => {
    const { pet } = await enrol(mia, mia);
    const plain = await verified(pet.id, { animal: 'Mia', coat: 'plain', marks: 40 });
    expect(plain.coat).toMatchObject({ says: 'silent', judgement: { why: 'few-marks' } });
    expect(plain.decision.kind).toBe('match');
    const { pet: blank } = await enrol({ animal: 'Max', coat: 'blank', marks: 0 });
    const against = await verified(blank.id, { animal: 'Max', coat: 'another' });
    expect(against).toMatchObject({ coat: { says: 'silent' }, decision: { kind: 'match' } });
  });

  it('goes by the face alone where nothing finds marks or the stored files are missing', async () => {
    const { pet, photos } = await enrol(mia);
    const without = await verify({ ...deps, markFinder: null }, { petId: pet.id, photos: [photo('Mia')], use: 'claim' });
    expect(without).toMatchObject({ coat: null, decision: { kind: 'match' } });
    for (const { blobKey } of photos) await deps.photos.delete(blobKey);
    expect(await verified(pet.id, mia)).toMatchObject({ coat: null, decision: { kind: 'match' } });
  });

  it('looks at three stored photos at most', async () => {
    const { pet } = await enrol(mia, mia, mia, mia);
    expect((await verified(pet.id, mia)).coat?.compared).toBe(3);
    expect(looks).toBe(4);
  });

  it('looks at a stored photo once, and keeps what it saw', async () => {
    const { pet } = await enrol(mia, mia);
    await verified(pet.id, mia);
    expect(looks).toBe(3);
    await verified(pet.id, mia);
    expect(looks).toBe(4);
  });

  it('finds the marks of stored photos anew for another network', async () => {
    const { pet } = await enrol(mia, mia);
    await verified(pet.id, mia);
    deps = { ...deps, markFinder: createFakeMarkFinder(2) };
    const { coat } = await verified(pet.id, mia);
    expect(coat?.says).toBe('supports');
    const [first] = (await deps.gallery.findPet(pet.id))?.photos ?? [];
    if (first === undefined) throw new Error('The photo is gone.');
    expect((await deps.gallery.marksOf([first.id], 'fake-marks-2')).size).toBe(1);
    expect((await deps.gallery.marksOf([first.id], 'fake-marks-1')).size).toBe(0);
  });

  it('allows for the best of several photos being taken', async () => {
    const { pet } = await enrol(mia, mia, mia);
    const { pet: single } = await enrolAs('Max');
    const [three, one] = [await verified(pet.id, mia), await verified(single.id, { animal: 'Max' })];
    expect(three.coat?.judgement.falseMatch.rate).toBeCloseTo(3e-4, 6);
    expect(one.coat?.judgement.falseMatch.rate).toBeCloseTo(1e-4, 6);
  });
});

async function enrolAs(animal: string) {
  const result = await enrolPet(deps, { name: animal, photos: [photo(animal)] });
  if (result.kind !== 'enrolled') throw new Error(`${animal} was not enrolled.`);
  return result;
}
