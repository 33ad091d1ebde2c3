import { problemSchema } from '@snout/contract';
import { insuranceProductSchema } from '@snout/contract/insurance';
import { draftSettlementPreviewSchema, settlementPreviewSchema } from '@snout/contract/settlement';
import { READY_PRODUCTS, type ReadyProductId } from '@snout/core/insurance';
import { addDays, addMonths, dayIn } from '@snout/core/pets';
import { beforeAll, describe, expect, it } from 'vitest';
import { idIn, json, signUp, type Visitor, withAccounts } from './with-accounts.ts';

const today = dayIn(new Date(), READY_PRODUCTS['gb-yearly'].timeZone);
const inDays = (count: number) => addDays(today, count);

describe('previews of settlements over HTTP', () => {
  const opened = withAccounts();
  let ada: Visitor;
  let insurer: string;
  let british: string;

  const sold = async (ready: ReadyProductId) => {
    const path = `/api/tenants/${insurer}/insurance-products`;
    const { id } = insuranceProductSchema.parse(await (await ada.tell(path, { ready })).json());
    expect((await ada.tell(`${path}/${id}/publish`, { effectiveFrom: inDays(1) })).status).toBe(200);
    return id;
  };
  beforeAll(async () => {
    ada = await signUp(opened(), 'Ada');
    insurer = await idIn(ada.tell('/api/organisations', { kind: 'insurer', name: 'Paw Mutual' }));
    british = await sold('gb-yearly');
  }, 300_000);

  const line = (id: string, amount: number, more: object = {}) => ({ id, text: id, amount, ...more });
  const claim = (lines: object[], more: object = {}) => ({
    conditionId: 'ear',
    cause: 'accident',
    eventDay: inDays(1),
    inNetwork: true,
    visits: [{ id: 'visit', day: inDays(2), lines }],
    ...more,
  });
  const ask = (changes: object, { product = british, by = insurer, from = 1 } = {}) => {
    const body = { tier: 'silver', startsOn: inDays(1), claims: [claim([line('exam', 15_000)])], ...changes };
    const headers = { 'x-finder': `192.0.2.${from}`, 'content-type': 'application/json' };
    return opened().service.request(`/api/insurers/${by}/products/${product}/settlement-previews`, { ...json(body), headers });
  };
  const preview = async (...asked: Parameters<typeof ask>) => settlementPreviewSchema.parse(await (await ask(...asked)).json());
  const settlementsOf = async (changes: object) => {
    const answer = await preview(changes);
    if (answer.kind !== 'settled') throw new Error('There is a settlement.');
    return answer.settlements;
  };
  const refusalOf = async (changes: object) => {
    const { code, errors } = problemSchema.parse(await (await ask(changes)).json());
    return [code, errors?.map(({ field }) => field)];
  };

  it('tell anybody what would be paid, claim after claim, and by which rules', async () => {
    const claims = [
      claim([line('exam', 15_000), line('teeth', 5001, { excludedAs: 'dental' })]),
      claim([line('again', 1001)], { inNetwork: false }),
    ];
    expect(await preview({ claims })).toMatchObject({
      kind: 'settled',
      product: { productId: british, version: 1 },
      currency: 'GBP',
      endsOn: addDays(addMonths(inDays(1), 12), -1),
      exclusions: READY_PRODUCTS['gb-yearly'].exclusions,
      settlements: [
        {
          claimed: 20_001,
          paid: 5100,
          endsFreeLook: true,
          needsPerson: [{ kind: 'exclusion', lines: ['teeth'] }],
          visits: [
            {
              lines: [
                { id: 'exam', category: 'other', paid: 5100, steps: [{ kind: 'deductible', per: 'condition', takes: 9900 }] },
                { id: 'teeth', paid: 0, steps: [{ kind: 'exclusion', excludedAs: 'dental', exclusions: ['dental'], takes: 5001 }] },
              ],
            },
          ],
        },
        {
          paid: 901,
          needsPerson: [],
          visits: [{ lines: [{ id: 'again', steps: [{ kind: 'co-insurance', reimbursed: 9000, takes: 100 }] }] }],
          usageAfter: {
            year: { paid: 6001, deductible: 9900 },
            conditions: [{ id: 'ear', paid: 6001, deductible: 9900 }],
            visits: [{ id: 'visit', paid: 6001, deductible: 9900 }],
          },
        },
      ],
    });
  });

  it('have waiting periods, but not for renewed terms', async () => {
    const claims = [claim([line('exam', 15_000)], { cause: 'illness' })];
    const waiting = { kind: 'waiting-period', cause: 'illness', coveredFrom: inDays(15), takes: 15_000 };
    expect(await settlementsOf({ claims })).toMatchObject([{ paid: 0, visits: [{ lines: [{ steps: [waiting] }] }] }]);
    expect(await settlementsOf({ claims, coverSince: inDays(-400) })).toMatchObject([{ paid: 5100, needsPerson: [] }]);
  });

  it('of made-up claims ask for a person only where the claim is said to be made before it all happened', async () => {
    const ahead = { claims: [claim([line('exam', 15_000)], { claimedOn: inDays(1) })] };
    expect(await settlementsOf(ahead)).toMatchObject([{ paid: 5100, needsPerson: [{ kind: 'after-claim', visits: ['visit'] }] }]);
    expect(await settlementsOf({})).toMatchObject([{ paid: 5100, needsPerson: [] }]);
  });

  it('waive by an exam what the terms let it waive', async () => {
    const product = await sold('us-yearly');
    const asked = { tier: 'standard', claims: [claim([line('exam', 35_000)], { cause: 'illness' })] };
    expect(await preview(asked, { product })).toMatchObject({ settlements: [{ paid: 0 }] });
    expect(await preview({ ...asked, waived: ['illness'] }, { product })).toMatchObject({ settlements: [{ paid: 8000 }] });
    expect(await settlementsOf({ ...asked, tier: 'silver', waived: ['illness'] })).toMatchObject([{ paid: 0 }]);
  });

  it('are made by the draft too, for its members, before anybody else sees it', async () => {
    const path = `/api/tenants/${insurer}/insurance-products`;
    const { id, draft } = insuranceProductSchema.parse(await (await ada.tell(path, { ready: 'gb-yearly' })).json());
    const body = { tier: 'silver', startsOn: inDays(-500), claims: [claim([line('exam', 15_000)], { eventDay: inDays(-500) })] };
    const tried = (tier = 'silver', product = id) => ada.tell(`${path}/${product}/draft/settlement-previews`, { ...body, tier });
    const settled = draftSettlementPreviewSchema.parse(await (await tried()).json());
    expect(settled).toMatchObject({
      kind: 'settled',
      currency: 'GBP',
      endsOn: addDays(addMonths(inDays(-500), 12), -1),
      settlements: [{ claimed: 15_000, paid: 0, needsPerson: [{ kind: 'outside-term', lines: ['exam'] }] }],
    });
    expect(await (await tried('iron')).json()).toEqual({ kind: 'none', reasons: [{ kind: 'tier-unknown' }] });
    expect(await preview({}, { product: id })).toEqual({ kind: 'none', reasons: [{ kind: 'not-in-force' }] });

    const codeOf = async (answer: Promise<Response>) => problemSchema.parse(await (await answer).json()).code;
    expect(await codeOf(tried('silver', 'another'))).toBe('product-not-found');
    expect(await codeOf(tried('silver', british))).toBe('product-without-draft');
    const faulty = { ...draft?.terms, freeLookDays: 3 };
    expect((await ada.tell(`${path}/${id}/draft`, { terms: faulty }, 'PUT')).status).toBe(200);
    expect(await codeOf(tried())).toBe('product-faulty');
  });

  it('say why there are none', async () => {
    const none = (kind: string) => ({ kind: 'none', reasons: [{ kind }] });
    expect(await preview({ startsOn: today })).toEqual(none('not-in-force'));
    expect(await preview({}, { product: 'another' })).toEqual(none('not-in-force'));
    expect(await preview({ tier: 'iron' })).toEqual(none('tier-unknown'));
    expect(problemSchema.parse(await (await ask({}, { by: ada.id })).json()).code).toBe('insurer-not-found');
  });

  it('refuse what no claim can be, and say where', async () => {
    const exam = line('exam', 1);
    const visit = { id: 'visit', day: inDays(2), lines: [] };
    for (const [changes, field] of [
      [{ claims: [] }, 'claims'],
      [{ claims: [claim([line('exam', -1)])] }, 'claims.0.visits.0.lines.0.amount'],
      [{ claims: [claim([line('exam', 0.5)])] }, 'claims.0.visits.0.lines.0.amount'],
      [{ claims: [claim([line('exam', 10_000_000_001)])] }, 'claims.0.visits.0.lines.0.amount'],
      [{ claims: [claim([exam, exam])] }, 'claims.0.visits'],
      [{ claims: [claim([], { visits: [visit, visit] })] }, 'claims.0.visits'],
      [{ claims: [claim([exam], { eventDay: '2026-02-30' })] }, 'claims.0.eventDay'],
      [{ coverSince: inDays(2) }, 'coverSince'],
    ] as const) {
      expect(await refusalOf(changes)).toEqual(['invalid-request', [field]]);
    }
  });

  it('are made 120 times an hour for one address', async () => {
    for (let number = 0; number < 120; number++) expect((await ask({}, { from: 2 })).status).toBe(200);
    const refused = await ask({}, { from: 2 });
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });
});
