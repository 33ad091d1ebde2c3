import { Button, FileInput, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { useTenant } from '../tenant/use-tenant.ts';
import { useTenantName } from '../tenant/use-tenant-name.ts';
import { SendingFiles } from './sending-files.tsx';
import { useStartImport } from './use-start-import.ts';

export interface ChosenFiles {
  readonly list: File | null;
  readonly photos: File | null;
}

export const NO_FILES: ChosenFiles = { list: null, photos: null };

interface ImportFormProps {
  readonly files: ChosenFiles;
  readonly onChange: (files: ChosenFiles) => void;
}

/** The list, the photos beside it, and the two things that can be done with them. */
export function ImportForm({ files, onChange }: ImportFormProps): ReactNode {
  const { t } = useTranslation();
  const { start, isPending, error, progress } = useStartImport();
  const [isDryRun, setIsDryRun] = useState(true);
  const isPacked = files.list !== null && /\.zip$/i.test(files.list.name);
  const begin = (dryRun: boolean) => {
    setIsDryRun(dryRun);
    start(files, dryRun);
  };
  return (
    <SectionCard title={t('imports.choose')} intro={t('imports.checkHint')}>
      <Stack gap="md" maw={560}>
        <FileInput
          label={t('imports.list')}
          description={t('imports.listHint')}
          placeholder={t('imports.chooseList')}
          accept=".csv,.ndjson,.jsonl,.zip"
          value={files.list}
          onChange={(list) => onChange({ list, photos: list && /\.zip$/i.test(list.name) ? null : files.photos })}
          clearable
          clearButtonProps={{ 'aria-label': t('imports.clear') }}
          disabled={isPending}
        />
        {!isPacked && (
          <FileInput
            label={t('imports.photos')}
            description={t('imports.photosHint')}
            placeholder={t('imports.choosePhotos')}
            accept=".zip"
            value={files.photos}
            onChange={(photos) => onChange({ ...files, photos })}
            clearable
            clearButtonProps={{ 'aria-label': t('imports.clear') }}
            disabled={isPending}
          />
        )}
        <Owner />
        {error && <ProblemAlert error={error} />}
        <SendingFiles progress={progress} />
        <Group gap="sm">
          <Button loading={isPending && isDryRun} disabled={files.list === null || isPending} onClick={() => begin(true)}>
            {t('imports.check')}
          </Button>
          <Button
            variant="default"
            loading={isPending && !isDryRun}
            disabled={files.list === null || isPending}
            onClick={() => begin(false)}
          >
            {t('imports.atOnce')}
          </Button>
        </Group>
      </Stack>
    </SectionCard>
  );
}

/** Whose the pets will be; for those who belong to one tenant only there is nothing to say. */
function Owner(): ReactNode {
  const { t } = useTranslation();
  const { memberships, chosen } = useTenant();
  const nameOf = useTenantName();
  const owner = chosen ?? memberships[0];
  if (memberships.length < 2 || !owner) return null;
  return <Text size="sm">{t('imports.owner', { name: nameOf(owner.tenant) })}</Text>;
}
