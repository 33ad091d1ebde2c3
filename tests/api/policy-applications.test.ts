import {
  applicationListSchema,
  applicationSchema,
  decidedApplicationSchema,
  notAppliedSchema,
  ownApplicationSchema,
  payAnswerSchema,
} from '@snout/contract/application';
import { insuranceProductSchema } from '@snout/contract/insurance';
import { READY_PRODUCTS } from '@snout/core/insurance';
import { addDays, dayIn } from '@snout/core/pets';
import type { PetId } from '@snout/core/recognition';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerOf, form } from './service.ts';
import { testPhoto } from './test-photo.ts';
import { idIn, signUp, type Visitor, withAccounts } from './with-accounts.ts';

const { 'us-yearly': TERMS } = READY_PRODUCTS;
const START = addDays(dayIn(new Date(), TERMS.timeZone), 3);

describe('applications for policies over HTTP', () => {
  const opened = withAccounts();
  let [ada, bob, eve] = [] as unknown as [Visitor, Visitor, Visitor];
  let insurer: string;
  let product: string;

  beforeAll(async () => {
    [ada, bob, eve] = [await signUp(opened(), 'Ada'), await signUp(opened(), 'Bob'), await signUp(opened(), 'Eve')];
    insurer = await idIn(ada.tell('/api/organisations', { kind: 'insurer', name: 'Paw Mutual' }));
    const path = `/api/tenants/${insurer}/insurance-products`;
    product = insuranceProductSchema.parse(await (await ada.tell(path, { ready: 'us-yearly' })).json()).id;
    expect((await ada.tell(`${path}/${product}/publish`, { effectiveFrom: addDays(START, -2) })).status).toBe(200);
  }, 300_000);

  const registered = async (
    who: Visitor,
    animal: string,
    birth: object | null = { date: '2023-05-04', precision: 'day', estimated: false },
  ) => {
    const photos = [await testPhoto({ animal, view: 1 }), await testPhoto({ animal, view: 2 })];
    const body = form(photos, { name: animal, profile: JSON.stringify({ birth }), allowDuplicate: 'true' });
    const response = await who.ask('/api/pets', { method: 'POST', body });
    expect(response.status).toBe(201);
    return response.headers.get('location')?.split('/').at(-1) ?? '';
  };
  const ask = (who: Visitor, petId: string, changes: object = {}, headers: Record<string, string> = {}) => {
    const accepted = TERMS.disclosures.map(({ id }) => id);
    const body = {
      petId,
      tier: 'standard',
      startsOn: START,
      choices: [{ factor: 'microchip', choice: 'yes' }],
      accepted,
      language: 'zh',
      ...changes,
    };
    return who.ask(`/api/insurers/${insurer}/products/${product}/applications`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  };
  const mailsTo = async (name: string) => {
    await opened().jobs.runUntilEmpty();
    return opened().mails.filter(({ to, kind }) => to === `${name}@example.org` && kind === 'policy-application');
  };
  const desk = '/insurance-applications';
  const ofInsurer = (path = '') => `/api/tenants/${insurer}${desk}${path}`;

  it('become a policy that waits for its premium, explained line by line, and are kept as they were shown', async () => {
    const rex = await registered(bob, 'rex');
    const response = await ask(bob, rex, {}, { 'idempotency-key': 'rex-is-insured-once' });
    expect(response.status).toBe(201);
    const own = ownApplicationSchema.parse(await response.json());
    expect(own).toMatchObject({ state: 'accepted', petId: rex, reasons: [], accepted: { language: 'zh', disclosures: TERMS.disclosures } });
    expect(own.policy).toMatchObject({
      status: 'awaiting-payment',
      currency: 'USD',
      terms: [{ startsOn: START, tier: 'standard', isPaid: false }],
    });
    const [term] = own.policy?.terms ?? [];
    expect(term?.premium.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(term?.premium.total);
    expect(own.policy?.number).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);

    expect(ownApplicationSchema.parse(await (await ask(bob, rex, {}, { 'idempotency-key': 'rex-is-insured-once' })).json())).toEqual(own);
    expect(ownApplicationSchema.parse(await (await bob.ask(`/api/insurers/${insurer}/applications/${own.id}`)).json())).toEqual(own);
    expect(await answerOf(eve.ask(`/api/insurers/${insurer}/applications/${own.id}`))).toMatchObject({
      status: 404,
      body: { code: 'application-not-found' },
    });

    // One page to pay on, however often it is asked for, and for the applicant alone.
    const pay = (who: Visitor) => who.tell(`/api/insurers/${insurer}/applications/${own.id}/payment`, {});
    const first = payAnswerSchema.parse(await (await pay(bob)).json());
    expect(first).toEqual({ kind: 'pay', payUrl: expect.stringMatching(/^https?:/) });
    expect(payAnswerSchema.parse(await (await pay(bob)).json())).toEqual(first);
    expect(await answerOf(pay(eve))).toMatchObject({ status: 404, body: { code: 'application-not-found' } });

    // The insurer has a record of its own, and the applicant's pet stays the applicant's.
    const seen = applicationSchema.parse(await (await ada.ask(ofInsurer(`/${own.id}`))).json());
    expect(seen).toMatchObject({ applicantId: bob.id, policyId: own.policy?.id });
    const animal = await ada.ask(`/api/pets/${seen.animalId}`, { headers: { 'snout-tenant': insurer } });
    expect(await animal.json()).toMatchObject({ name: 'rex', photos: [{}, {}] });
    expect((await bob.ask(`/api/pets/${seen.animalId}`)).status).toBe(404);
    expect((await ada.ask(`/api/pets/${rex}`, { headers: { 'snout-tenant': insurer } })).status).toBe(404);
    const { entries } = (await (
      await ada.ask(`/api/tenants/${insurer}/audit?recordKind=insurance-application&recordId=${own.id}`)
    ).json()) as {
      entries: { action: string }[];
    };
    expect(entries.map(({ action }) => action)).toEqual(['application-accepted']);
    const [mail, ...more] = await mailsTo('bob');
    expect([mail?.subject, more]).toEqual(['Paw Mutual insures rex', []]);
    expect(mail?.text).toContain(`Policy ${own.policy?.number}. Pay $`);
    expect(mail?.text).toContain(`/insurers/${insurer}/applications/${own.id}`);
  });

  it('say at once what is against them, and store nothing', async () => {
    const young = await registered(bob, 'pup', null);
    const answer = async (...asked: Parameters<typeof ask>) => notAppliedSchema.parse(await (await ask(...asked)).json());
    expect(await answer(bob, young)).toEqual({ kind: 'refused', reasons: [{ kind: 'birth-date-missing' }] });
    const mia = await registered(bob, 'mia');
    expect(await answer(bob, mia, { tier: 'gold', accepted: [] })).toMatchObject({
      kind: 'refused',
      reasons: [{ kind: 'not-quoted', reason: { kind: 'tier-unknown' } }, { kind: 'disclosures-not-accepted' }],
    });
    const one = await bob.ask('/api/pets', {
      method: 'POST',
      body: form([await testPhoto({ animal: 'tom', quality: 30 })], {
        name: 'Tom',
        profile: '{"birth":{"date":"2023","precision":"year","estimated":false}}',
      }),
    });
    const tom = one.headers.get('location')?.split('/').at(-1) ?? '';
    expect(await answer(bob, tom)).toEqual({ kind: 'better-photos', wishes: [{ kind: 'good-face-photos', have: 0, want: 2 }] });
    expect(await answerOf(ask(eve, mia))).toMatchObject({ status: 404, body: { code: 'pet-not-found' } });
    expect(await answerOf(ask(bob, mia, { language: 'fr' }))).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  it('go to a person when another animal of the insurer looks the same; the applicant is not told which', async () => {
    const first = await registered(bob, 'max');
    expect((await ask(bob, first)).status).toBe(201);
    const twin = await registered(eve, 'max');
    const own = ownApplicationSchema.parse(await (await ask(eve, twin)).json());
    expect(own).toMatchObject({ state: 'referred', reasons: expect.arrayContaining(['looks-like-known']), policy: null });

    const unpaid = await eve.tell(`/api/insurers/${insurer}/applications/${own.id}/payment`, {});
    expect(await unpaid.json()).toEqual({ kind: 'nothing-to-pay' });
    const list = applicationListSchema.parse(await (await ada.ask(ofInsurer())).json());
    expect(list.applications.map(({ id }) => id)).toEqual([own.id]);
    const [reason] = list.applications[0]?.reasons.filter(({ kind }) => kind === 'looks-like-known') ?? [];
    expect(reason).toMatchObject({ animal: expect.any(String) });
    expect(JSON.stringify(own)).not.toContain(reason && 'animal' in reason ? reason.animal : '');

    const decide = (who: Visitor, body: object) => who.tell(ofInsurer(`/${own.id}/decision`), body);
    expect((await decide(eve, { decision: 'accept', explanation: 'mine' })).status).toBe(404);
    expect((await decide(ada, { decision: 'decline', explanation: ' ' })).status).toBe(400);
    const declined = decidedApplicationSchema.parse(
      await (await decide(ada, { decision: 'decline', explanation: 'It is insured already.' })).json(),
    );
    expect(declined).toMatchObject({ kind: 'decided', application: { state: 'declined', animalId: null } });
    expect(await answerOf(decide(ada, { decision: 'accept', explanation: 'x' }))).toMatchObject({
      status: 409,
      body: { code: 'application-decided' },
    });
    expect(ownApplicationSchema.parse(await (await eve.ask(`/api/insurers/${insurer}/applications/${own.id}`)).json())).toMatchObject({
      state: 'declined',
      decision: { explanation: 'It is insured already.' },
    });
    const told = await mailsTo('eve');
    expect(told.map(({ subject }) => subject)).toEqual([
      'A person at Paw Mutual looks at your application for max',
      'Paw Mutual does not insure max',
    ]);
    expect(told.at(-1)?.text).toContain('> It is insured already.');
    expect(
      (
        await opened()
          .database.db.selectFrom('pets')
          .select('id')
          .where('id', '=', list.applications[0]?.animalId ?? '')
          .execute()
      ).length,
    ).toBe(0);
  });

  it('of two that are made at the same moment with one key, one is made', async () => {
    const pet = await registered(bob, 'luna');
    const answers = await Promise.all([1, 2].map(() => ask(bob, pet, {}, { 'idempotency-key': 'luna-is-asked-twice' })));
    expect(answers.map(({ status }) => status).filter((status) => status === 201).length).toBeGreaterThanOrEqual(1);
    const rows = await opened()
      .database.db.selectFrom('insurance_applications')
      .select('id')
      .where('own_pet_id', '=', pet as PetId)
      .execute();
    expect(rows).toHaveLength(1);
  });

  it('of two that are made at the same moment for one pet, one is made', async () => {
    const pet = await registered(bob, 'nala');
    const answers = await Promise.all(
      ['first-try-for-nala', 'other-try-for-nala'].map((key) => ask(bob, pet, {}, { 'idempotency-key': key })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 201]);
    const refused = answers.find(({ status }) => status === 200);
    expect(await refused?.json()).toMatchObject({ kind: 'refused', reasons: [{ kind: 'already-insured' }] });
  });

  it('belong to insurers: other organisations have none', async () => {
    const shelter = await idIn(ada.tell('/api/organisations', { kind: 'shelter', name: 'Paws' }));
    expect(await answerOf(ada.ask(`/api/tenants/${shelter}${desk}`))).toMatchObject({ status: 403, body: { code: 'not-an-insurer' } });
    expect((await bob.ask(ofInsurer())).status).toBe(404);
  });
});
