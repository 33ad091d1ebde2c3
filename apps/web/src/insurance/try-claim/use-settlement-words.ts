import type { ProductTermsDto } from '@snout/contract/insurance';
import type { SettlementDto } from '@snout/contract/settlement';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../api/settlement-api.ts';
import { useProductWords } from '../product-words.ts';

export type Settled = Extract<Preview, { kind: 'settled' }>;
export type SettledLine = SettlementDto['visits'][number]['lines'][number];
export type Tier = ProductTermsDto['tiers'][number];
type Step = SettledLine['steps'][number];
type Reason = SettlementDto['needsPerson'][number];

const PERIOD_OF = { 'visit-limit': 'visit', 'condition-limit': 'condition', 'annual-limit': 'year' } as const;

interface SettlementWords {
  readonly money: (amount: number) => string;
  readonly lineName: (line: Pick<SettledLine, 'id' | 'text'>) => string;
  /** By which rule something is not paid. */
  readonly rule: (step: Step) => string;
  /** Why a person decides. */
  readonly reason: (reason: Reason, lines: readonly SettledLine[]) => string;
}

/** Rules and reasons of a settlement by the tier in the reader's language. */
export function useSettlementWords({ currency, exclusions }: Pick<Settled, 'currency' | 'exclusions'>, tier: Tier): SettlementWords {
  const { t, i18n } = useTranslation();
  const { local, money: inCurrency, percent, day } = useProductWords();
  const money = (amount: number) => inCurrency(amount, currency);
  const lineName: SettlementWords['lineName'] = ({ id, text }) => text || t('tryClaim.line', { number: id });
  const rule = (step: Step): string => {
    switch (step.kind) {
      case 'outside-term':
        return t(`tryClaim.outside.${step.why}`);
      case 'waiting-period':
        return t('tryClaim.rules.waiting-period', { cause: t(`products.causes.${step.cause}`), day: day(step.coveredFrom) });
      case 'exclusion': {
        const texts = exclusions.filter(({ id }) => step.exclusions.includes(id)).map(({ text }) => local(text));
        return t('tryClaim.rules.exclusion', { text: texts.join(' ') });
      }
      case 'deductible':
        return t('tryClaim.rules.deductible', { amount: t(`products.per.${step.per}`, { amount: money(tier.deductible.amount) }) });
      case 'co-insurance':
        return t('tryClaim.rules.co-insurance', { share: percent(step.reimbursed) });
      case 'visit-limit':
      case 'condition-limit':
      case 'annual-limit':
        return t('tryClaim.rules.limit', { amount: t(`products.per.${PERIOD_OF[step.kind]}`, { amount: money(step.limit) }) });
    }
  };
  const reason: SettlementWords['reason'] = (one, lines) => {
    if (!('lines' in one)) return t(`tryClaim.reasons.${one.kind}`);
    const names = lines.filter(({ id }) => one.lines.includes(id)).map(lineName);
    return t(`tryClaim.reasons.${one.kind}`, { lines: new Intl.ListFormat(i18n.language).format(names) });
  };
  return { money, lineName, rule, reason };
}
