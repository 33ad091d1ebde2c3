import { Button, Center } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface MoreButtonProps {
  readonly pages: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
}

/** Below a list of which there is more. */
export function MoreButton({ pages }: MoreButtonProps): ReactNode {
  const { t } = useTranslation();
  if (!pages.hasNextPage) return null;
  return (
    <Center>
      <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {t('pets.more')}
      </Button>
    </Center>
  );
}
