import type { VerdictDto } from '@snout/contract';
import { useTranslation } from 'react-i18next';

/** A function that says a verdict in a few words. */
export function useVerdictTitle(): (verdict: VerdictDto) => string {
  const { t } = useTranslation();
  return (verdict) => {
    const name = verdict.candidates[0]?.pet.name;
    if (verdict.kind === 'unknown' || name === undefined) return t('verdict.unknown');
    return t(`verdict.${verdict.kind}`, { name });
  };
}
