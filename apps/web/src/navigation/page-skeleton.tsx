import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The shape of a page while its code or its content is on the way. */
export function PageSkeleton(): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      <VisuallyHidden role="status">{t('navigation.loading')}</VisuallyHidden>
      <Skeleton height={36} width="min(18rem, 70%)" />
      <Skeleton height={16} width="min(30rem, 90%)" />
      <Skeleton height={220} />
    </Stack>
  );
}
