import { Button, Divider, Group, Text, Title } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SectionCard } from '../navigation/section-card.tsx';
import classes from './data-card.module.css';
import { sayFarewell } from './farewell.ts';

/** Seldom opened: the page does not wait for it. */
const EraseDialog = lazy(async () => ({ default: (await import('./erase-dialog.tsx')).EraseDialog }));

interface DataCardProps {
  readonly of: 'person' | 'organisation';
  readonly tenantId: string;
  /** Of the person who asks. */
  readonly email: string;
  readonly exportAddress: string;
  readonly mayErase: boolean;
  /** Everything is being erased, and who asked for it has read so. */
  readonly onErased: () => void;
}

/** Taking along everything of a tenant, and having it erased. */
export function DataCard({ of, tenantId, email, exportAddress, mayErase, onErased }: DataCardProps): ReactNode {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const begun = () => {
    setAsking(false);
    sayFarewell({ of, onLeave: onErased });
  };
  return (
    <SectionCard title={t(`data.${of}.title`)}>
      <DataRow title={t('data.exportTitle')} text={t(`data.${of}.exportText`)}>
        <Button component="a" href={exportAddress} download variant="default">
          {t('data.exportDo')}
        </Button>
      </DataRow>
      {mayErase && (
        <>
          <Divider />
          <DataRow title={t('data.eraseTitle')} text={t(`data.${of}.eraseText`)}>
            <Button variant="outline" color="danger" onClick={() => setAsking(true)}>
              {t('data.eraseOpen')}
            </Button>
          </DataRow>
        </>
      )}
      {/* Mounted anew each time: what it would mean is asked for again. */}
      {asking && (
        <Suspense fallback={null}>
          <EraseDialog {...{ of, tenantId, email, exportAddress }} onClose={() => setAsking(false)} onBegun={begun} />
        </Suspense>
      )}
    </SectionCard>
  );
}

interface DataRowProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function DataRow({ title, text, children }: DataRowProps): ReactNode {
  return (
    <Group justify="space-between" gap="md">
      <div className={classes['words']}>
        <Title order={3} size="h5">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      </div>
      {children}
    </Group>
  );
}
