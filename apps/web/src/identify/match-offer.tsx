import { Button, Loader } from '@mantine/core';
import type { CandidateDto } from '@snout/contract';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const MatchView = lazy(async () => ({ default: (await import('../match/open-match-view.ts')).openMatchView().MatchView }));

interface MatchOfferProps {
  readonly file: File;
  readonly candidate: CandidateDto;
}

/** Shows on demand what the coats of the photo and of the likeliest pet have in common. */
export function MatchOffer({ file, candidate }: MatchOfferProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} style={{ alignSelf: 'flex-start' }}>
        {t(isOpen ? 'verdict.hideMarks' : 'verdict.showMarks')}
      </Button>
      {isOpen && (
        <Suspense fallback={<Loader size="sm" />}>
          <MatchView petId={candidate.pet.id} file={file} />
        </Suspense>
      )}
    </>
  );
}
