import type { ProductTerms, Tier } from '../product-terms.ts';
import { premiumTable } from './premium-table.ts';

const AGES = { from: [2, 12, 48, 96, 132], before: null };
const cents = (dollars: number) => Math.round(dollars * 100);
const tier = (id: string, name: Tier['name'], { limit, share }: { readonly limit: number; readonly share: number }): Tier => ({
  id,
  name,
  annualLimit: cents(limit),
  perVisitLimit: null,
  perConditionLimit: null,
  deductible: { amount: cents(250), per: 'year' },
  reimbursement: { inNetwork: share, outOfNetwork: share },
});

/** As the NAIC model act 633 asks for it. Premiums and factors show the form only: an insurer files its own. */
export const US_YEARLY: ProductTerms = {
  name: { en: 'Accident and illness, one year', zh: '意外与疾病保障（一年期）' },
  jurisdiction: 'US',
  timeZone: 'America/New_York',
  currency: 'USD',
  species: ['dog', 'cat'],
  entryAge: { fromMonths: 2, beforeMonths: 168 },
  renewalBeforeMonths: null,
  tiers: [
    tier('essential', { en: 'Essential', zh: '基础版' }, { limit: 5000, share: 7000 }),
    tier('standard', { en: 'Standard', zh: '标准版' }, { limit: 10_000, share: 8000 }),
    tier('complete', { en: 'Complete', zh: '全面版' }, { limit: 20_000, share: 9000 }),
  ],
  premiums: premiumTable(AGES, {
    essential: { dog: [288, 312, 408, 612, 876].map(cents), cat: [168, 180, 228, 336, 480].map(cents) },
    standard: { dog: [396, 432, 564, 852, 1212].map(cents), cat: [228, 252, 324, 468, 672].map(cents) },
    complete: { dog: [564, 612, 804, 1212, 1728].map(cents), cat: [324, 360, 456, 672, 960].map(cents) },
  }),
  factors: [
    {
      id: 'microchip',
      name: { en: 'Microchip', zh: '芯片' },
      choices: [
        { id: 'no', name: { en: 'None', zh: '无' }, share: 10_000 },
        { id: 'yes', name: { en: 'Carries one', zh: '已植入' }, share: 9700 },
      ],
    },
    {
      id: 'pets',
      name: { en: 'Pets insured together', zh: '一同投保的宠物' },
      choices: [
        { id: 'one', name: { en: 'One', zh: '一只' }, share: 10_000 },
        { id: 'more', name: { en: 'Two or more', zh: '两只及以上' }, share: 9500 },
      ],
    },
  ],
  taxes: [],
  waitingPeriods: [
    { cause: 'accident', days: 0, waivableByExam: true },
    { cause: 'illness', days: 14, waivableByExam: true },
    { cause: 'orthopaedic', days: 30, waivableByExam: true },
  ],
  freeLookDays: 15,
  exclusions: [
    {
      id: 'pre-existing',
      kind: 'pre-existing',
      text: {
        en: 'Conditions that showed before the policy or in a waiting period; the insurer bears the burden of proof.',
        zh: '保单生效前或等待期内已出现的疾病；举证责任由保险人承担。',
      },
    },
    { id: 'elective', kind: 'elective', text: { en: 'Elective and cosmetic procedures.', zh: '选择性及美容性手术。' } },
    { id: 'preventive', kind: 'preventive', text: { en: 'Preventive and wellness care.', zh: '预防及保健项目。' } },
    { id: 'breeding', kind: 'breeding', text: { en: 'Breeding, pregnancy and birth.', zh: '配种、妊娠及分娩。' } },
  ],
  disclosures: [
    {
      id: 'exclusions',
      topic: 'exclusions',
      text: {
        en: 'This policy excludes pre-existing conditions and what else is listed as excluded.',
        zh: '本保单不承保既往症及其他列明的除外事项。',
      },
    },
    {
      id: 'waiting-periods',
      topic: 'waiting-periods',
      text: {
        en: 'Illness is covered after 14 days and orthopaedic conditions after 30; accidents at once. An exam can waive both. There is none on renewal.',
        zh: '疾病等待期 14 天，骨科疾病 30 天，意外无等待期；可凭体检豁免。续保无等待期。',
      },
    },
    {
      id: 'limits',
      topic: 'limits',
      text: { en: 'In one year we pay at most the annual limit of the tier.', zh: '每年赔付以所选档位的年度限额为上限。' },
    },
    {
      id: 'deductible',
      topic: 'deductible',
      text: { en: 'You bear the first 250 dollars of each year.', zh: '每年首 250 美元由您自付。' },
    },
    {
      id: 'claim-formula',
      topic: 'claim-formula',
      text: {
        en: 'Paid = (covered amounts less what is left of the deductible) × reimbursed share, up to what is left of the limit.',
        zh: '赔付额 =（可赔金额 − 剩余免赔额）× 赔付比例，且不超过剩余限额。',
      },
    },
    {
      id: 'free-look',
      topic: 'free-look',
      text: {
        en: 'Return the policy within 15 days for a full refund unless you have made a claim.',
        zh: '15 天内未理赔可退保并获全额退款。',
      },
    },
  ],
  claimDocuments: [
    { cause: 'accident', documents: ['medical-record', 'itemised-invoice'] },
    { cause: 'illness', documents: ['medical-record', 'diagnosis', 'itemised-invoice'] },
    { cause: 'orthopaedic', documents: ['medical-record', 'diagnosis', 'itemised-invoice'] },
  ],
  identity: { modalities: ['face', 'coat'], enrolmentFmr: 0.001, claimFmr: 0.001 },
};
