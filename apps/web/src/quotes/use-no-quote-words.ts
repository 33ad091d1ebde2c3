import type { QuoteDto } from '@snout/contract/insurance';
import { useTranslation } from 'react-i18next';
import { useProductWords } from '../insurance/product-words.ts';

type Reason = Extract<QuoteDto, { kind: 'none' }>['reasons'][number];

/** A function that says why there is no quote, and what would help. */
export function useNoQuoteWords(): (reason: Reason) => string {
  const { t } = useTranslation();
  const { day } = useProductWords();
  return (reason) => {
    switch (reason.kind) {
      case 'too-young':
        return t('quote.reasons.too-young', { day: day(reason.canStartOn) });
      case 'start-too-late':
        return t('quote.reasons.start-too-late', { day: day(reason.latest) });
      case 'choice-unknown':
      case 'birth-date':
      case 'not-in-force':
      case 'species-not-covered':
      case 'tier-unknown':
      case 'start-in-past':
      case 'too-old':
        return t(`quote.reasons.${reason.kind}`);
    }
  };
}
