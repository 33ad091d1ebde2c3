import type { ProductTerms } from '../product-terms.ts';
import { premiumTable } from './premium-table.ts';

const AGES = { from: [3], before: 121 };
const fen = (yuan: number) => yuan * 100;
const flat = (yuan: number) => ({ dog: [fen(yuan)], cat: [fen(yuan)] });
const tier = (id: string, name: ProductTerms['name'], limitYuan: number) => ({
  id,
  name,
  annualLimit: fen(limitYuan),
  perVisitLimit: null,
  perConditionLimit: null,
  deductible: { amount: 0, per: 'visit' as const },
  reimbursement: { inNetwork: 7000, outOfNetwork: 5000 },
});

/**
 * As Alipay, ZhongAn and China Continent sold it from July 2020 on (press of that month): dogs and cats from 3 months to 10 years; RMB 199,
 * 399 or 799 a year for RMB 3,000, 10,000 or 20,000; accidents and illnesses that are not congenital. Reimbursed shares and documents are ours.
 */
export const CN_YEARLY: ProductTerms = {
  name: { en: 'Pet medical cover, one year', zh: '宠物医疗保障（一年期）' },
  jurisdiction: 'CN',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  species: ['dog', 'cat'],
  entryAge: { fromMonths: 3, beforeMonths: 121 },
  renewalBeforeMonths: 121,
  tiers: [
    tier('basic', { en: 'Basic', zh: '基础版' }, 3000),
    tier('plus', { en: 'Plus', zh: '升级版' }, 10_000),
    tier('premium', { en: 'Premium', zh: '尊享版' }, 20_000),
  ],
  premiums: premiumTable(AGES, { basic: flat(199), plus: flat(399), premium: flat(799) }),
  factors: [],
  taxes: [],
  waitingPeriods: [
    { cause: 'accident', days: 0, waivableByExam: false },
    { cause: 'illness', days: 30, waivableByExam: false },
    { cause: 'orthopaedic', days: 30, waivableByExam: false },
  ],
  freeLookDays: 15,
  exclusions: [
    { id: 'congenital', kind: 'congenital', text: { en: 'Congenital conditions.', zh: '先天性疾病。' } },
    {
      id: 'pre-existing',
      kind: 'pre-existing',
      text: { en: 'Conditions that showed before the cover began.', zh: '保障生效前已出现的疾病。' },
    },
    { id: 'breeding', kind: 'breeding', text: { en: 'Breeding, pregnancy and birth.', zh: '配种、妊娠及分娩。' } },
    {
      id: 'preventive',
      kind: 'preventive',
      text: { en: 'Vaccination, parasite control and neutering.', zh: '疫苗接种、驱虫及绝育。' },
    },
  ],
  disclosures: [
    {
      id: 'limits',
      topic: 'limits',
      text: {
        en: 'In one year we pay at most the limit of the tier that you choose.',
        zh: '每一保障年度的赔付总额以所选档位的限额为上限。',
      },
    },
    {
      id: 'exclusions',
      topic: 'exclusions',
      text: {
        en: 'Congenital and earlier conditions are not covered. The whole list stands beside the quote.',
        zh: '先天性疾病及既往症不在保障范围内，完整清单见报价旁。',
      },
    },
    {
      id: 'identity',
      topic: 'other',
      text: {
        en: 'At a claim you photograph your pet. A photo that does not match is looked at by a person; it is no reason to refuse by itself.',
        zh: '理赔时需拍摄宠物照片。照片不匹配时由人工审核，不会仅因此拒赔。',
      },
    },
  ],
  claimDocuments: [
    { cause: 'accident', documents: ['medical-record', 'itemised-invoice', 'medicine-list'] },
    { cause: 'illness', documents: ['medical-record', 'diagnosis', 'itemised-invoice', 'medicine-list'] },
    { cause: 'orthopaedic', documents: ['medical-record', 'diagnosis', 'itemised-invoice', 'medicine-list'] },
  ],
  identity: { modalities: ['face', 'nose'], enrolmentFmr: 0.001, claimFmr: 0.001 },
};
