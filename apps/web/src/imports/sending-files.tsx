import { Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sent } from '../api/post-with-progress.ts';
import { LiveRegion } from '../photo/live-region.tsx';

const KB = 1000;
const MB = KB * KB;

interface SendingFilesProps {
  /** Null: nothing is being sent. */
  readonly progress: Sent | null;
}

/** How much of the files has left: a zip of photos takes minutes on a slow line. Read aloud at the start and at the end, not in between. */
export function SendingFiles({ progress }: SendingFilesProps): ReactNode {
  const { t, i18n } = useTranslation();
  const isOver = progress !== null && progress.all > 0 && progress.sent >= progress.all;
  const doing = isOver ? t('imports.allSent') : t('imports.sending');
  return (
    <>
      <LiveRegion words={progress === null ? '' : doing} />
      {progress !== null && (
        <Stack gap={4} w="100%">
          <Progress.Root size="lg">
            <Progress.Section value={percent(progress)} aria-label={t('imports.sendingLabel')} aria-valuetext={inWords(progress)} />
          </Progress.Root>
          <Text size="sm">{isOver || progress.all === 0 ? doing : inWords(progress)}</Text>
        </Stack>
      )}
    </>
  );

  function inWords({ sent, all }: Sent): string {
    const [unit, bytes] = all < MB ? (['kilobyte', KB] as const) : (['megabyte', MB] as const);
    const format = new Intl.NumberFormat(i18n.language, { style: 'unit', unit, maximumFractionDigits: all < MB ? 0 : 1 });
    return t('imports.sent', { sent: format.format(sent / bytes), all: format.format(all / bytes) });
  }
}

function percent({ sent, all }: Sent): number {
  return all === 0 ? 0 : Math.floor((100 * sent) / all);
}
