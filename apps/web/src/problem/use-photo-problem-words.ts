import type { PhotoProblemDto } from '@snout/contract';
import { useTranslation } from 'react-i18next';

/** A function that says in the reader's language why a photo was not used and what to do. */
export function usePhotoProblemWords(): (problem: PhotoProblemDto) => string {
  const { t } = useTranslation();
  return (problem) => {
    switch (problem.kind) {
      case 'unreadable':
        return t(`photoProblem.rejection.${problem.reason}`);
      case 'not-fetched':
        return t(`photoProblem.fetch.${problem.fault}`);
      case 'no-head':
      case 'no-nose':
      case 'several-heads':
      case 'other-animal':
      case 'photo-used-before':
        return t(`photoProblem.${problem.kind}`);
      case 'species-mismatch':
        return t('photoProblem.species-mismatch', {
          found: t(`species.${problem.found}`),
          expected: t(`species.${problem.expected}`),
        });
      case 'same-file':
        return t('photoProblem.same-file', { of: problem.of });
      case 'file-of-another-pet':
        return t('photoProblem.file-of-another-pet', { petName: problem.petName });
    }
  };
}
