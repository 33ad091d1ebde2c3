import type { ImportReasonDto } from '@snout/contract';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from '../problem/use-fault-words.ts';
import { usePhotoProblemWords } from '../problem/use-photo-problem-words.ts';

/** A function that says in the reader's language why a row ended as it did, and what to do. */
export function useReasonWords(): (reason: ImportReasonDto) => string {
  const { t } = useTranslation();
  const faultWords = useFaultWords();
  const photoWords = usePhotoProblemWords();
  return (reason) => {
    switch (reason.kind) {
      case 'field':
        return faultWords(reason);
      case 'photo':
        return t('faultIn', { field: reason.problem.photo, what: photoWords(reason.problem) });
      case 'photo-file':
        return t('faultIn', { field: reason.photo, what: t(`imports.reason.${reason.fault}`) });
      case 'duplicate': {
        const why = t(`imports.reason.why.${reason.why}`);
        return reason.pet ? t('imports.reason.own', { name: reason.pet.name, why }) : t('imports.reason.elsewhere', { why });
      }
      case 'same-in-file': {
        const why = t(`imports.reason.why.${reason.why}`);
        return t('imports.reason.inFile', { row: reason.row, why });
      }
      case 'photos-too-large':
      case 'given-up':
        return t(`imports.reason.${reason.kind}`);
      case 'other':
        return reason.message;
    }
  };
}
