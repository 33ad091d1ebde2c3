import { Anchor, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { LineIcon } from '../navigation/line-icon.tsx';
import { PLACES } from '../navigation/places.ts';

/** Above a page that one came to from the list. */
export function BackToPets(): ReactNode {
  const { t } = useTranslation();
  return (
    <Group>
      <Anchor component={Link} href={PLACES.pets}>
        <Group component="span" gap={6}>
          <LineIcon name="back" size={16} />
          {t('pets.back')}
        </Group>
      </Anchor>
    </Group>
  );
}
