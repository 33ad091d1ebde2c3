import type { ProductTerms, Tier } from '../product-terms.ts';
import { premiumTable } from './premium-table.ts';

const AGES = { from: [2, 12, 60, 108], before: null };
const pence = (pounds: number) => Math.round(pounds * 100);
const tier = (id: string, name: Tier['name'], limit: number): Tier => ({
  id,
  name,
  annualLimit: pence(limit),
  perVisitLimit: null,
  perConditionLimit: null,
  deductible: { amount: pence(99), per: 'condition' },
  reimbursement: { inNetwork: 10_000, outOfNetwork: 9000 },
});

/** Lifetime cover as it is usual in the United Kingdom. Premiums and factors show the form only. */
export const GB_YEARLY: ProductTerms = {
  name: { en: 'Lifetime pet cover', zh: '终身宠物保障' },
  jurisdiction: 'GB',
  timeZone: 'Europe/London',
  currency: 'GBP',
  species: ['dog', 'cat'],
  entryAge: { fromMonths: 2, beforeMonths: 120 },
  renewalBeforeMonths: null,
  tiers: [
    tier('bronze', { en: 'Bronze', zh: '铜级' }, 3000),
    tier('silver', { en: 'Silver', zh: '银级' }, 6000),
    tier('gold', { en: 'Gold', zh: '金级' }, 12_000),
  ],
  premiums: premiumTable(AGES, {
    bronze: { dog: [180, 198, 276, 420].map(pence), cat: [96, 108, 150, 234].map(pence) },
    silver: { dog: [252, 276, 384, 588].map(pence), cat: [138, 150, 210, 324].map(pence) },
    gold: { dog: [360, 396, 552, 840].map(pence), cat: [198, 216, 300, 468].map(pence) },
  }),
  factors: [
    {
      id: 'pets',
      name: { en: 'Pets insured together', zh: '一同投保的宠物' },
      choices: [
        { id: 'one', name: { en: 'One', zh: '一只' }, share: 10_000 },
        { id: 'more', name: { en: 'Two or more', zh: '两只及以上' }, share: 9000 },
      ],
    },
  ],
  // The standard rate of Insurance Premium Tax since June 2017.
  taxes: [{ id: 'ipt', name: { en: 'Insurance Premium Tax', zh: '保险费税' }, share: 1200 }],
  waitingPeriods: [
    { cause: 'accident', days: 0, waivableByExam: false },
    { cause: 'illness', days: 14, waivableByExam: false },
    { cause: 'orthopaedic', days: 14, waivableByExam: false },
  ],
  freeLookDays: 14,
  exclusions: [
    {
      id: 'pre-existing',
      kind: 'pre-existing',
      text: { en: 'Conditions that showed before the cover began.', zh: '保障生效前已出现的疾病。' },
    },
    { id: 'dental', kind: 'dental', text: { en: 'Dental care other than after accidents.', zh: '意外以外的牙科治疗。' } },
    { id: 'preventive', kind: 'preventive', text: { en: 'Vaccination, neutering and check-ups.', zh: '疫苗、绝育及体检。' } },
  ],
  disclosures: [
    {
      id: 'exclusions',
      topic: 'exclusions',
      text: { en: 'Conditions that showed before the cover began are not covered.', zh: '保障生效前已出现的疾病不予承保。' },
    },
    {
      id: 'limits',
      topic: 'limits',
      text: { en: 'The annual limit is whole again with each renewal.', zh: '年度限额在每次续保时恢复。' },
    },
    {
      id: 'deductible',
      topic: 'deductible',
      text: { en: 'You bear the first 99 pounds of each condition in each year.', zh: '每年每种疾病首 99 英镑由您自付。' },
    },
    {
      id: 'free-look',
      topic: 'free-look',
      text: {
        en: 'You can cancel within 14 days and get everything back unless you have claimed.',
        zh: '14 天内未理赔可取消并获全额退款。',
      },
    },
  ],
  claimDocuments: [
    { cause: 'accident', documents: ['medical-record', 'itemised-invoice'] },
    { cause: 'illness', documents: ['medical-record', 'itemised-invoice'] },
    { cause: 'orthopaedic', documents: ['medical-record', 'itemised-invoice'] },
  ],
  identity: { modalities: ['face'], enrolmentFmr: 0.001, claimFmr: 0.001 },
};
