import type { EvidenceDto } from '@snout/contract/evidence';
import { useTranslation } from 'react-i18next';
import { MOST_LINES } from './match-picture.tsx';

/** A function that says what the coats say, with the figures behind it; most important first. */
export function useCoatWords(): (evidence: EvidenceDto) => readonly string[] {
  const { t, i18n } = useTranslation();
  const numbers = new Intl.NumberFormat(i18n.language);
  return ({ pet, coat }) => {
    if (coat === null) return [];
    const { agreeing, of, falseMatch, measuredOn, compared } = coat;
    const drawn = agreeing > MOST_LINES ? ` ${t('match.drawn', { count: MOST_LINES })}` : '';
    return [
      `${t('match.agreeing', { agreeing: numbers.format(agreeing), of: numbers.format(of) })}${drawn}`,
      coat.fewMarks ? t('match.fewMarks') : t(`match.says.${coat.says}`),
      ...(agreeing > 0
        ? [t(`match.rare.${falseMatch.bound}_${pet.species}`, { number: numbers.format(Math.round(falseMatch.oneIn)) })]
        : []),
      t('match.measuredOn', { animals: numbers.format(measuredOn.animals), comparisons: numbers.format(measuredOn.comparisons) }),
      ...(compared > 1 ? [t('match.best', { count: compared })] : []),
      t('match.face'),
    ];
  };
}
