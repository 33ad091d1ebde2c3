import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { ProductTermsDto } from '@snout/contract/insurance';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProductWords } from '../product-words.ts';
import type { ClaimDraft } from './claim-draft.ts';

interface PolicyFieldsProps {
  readonly draft: ClaimDraft;
  readonly terms: ProductTermsDto;
  /** Of the terms. */
  readonly tier: string;
  /** The first day on which cover can start; undefined: any day. */
  readonly from: string | undefined;
  readonly onChange: (draft: ClaimDraft) => void;
}

/** What is insured, what happened and when. */
export function PolicyFields({ draft, terms, tier, from, onChange }: PolicyFieldsProps): ReactNode {
  const { t } = useTranslation();
  const { local } = useProductWords();
  const causes = terms.waitingPeriods.map(({ cause }) => ({ value: cause, label: t(`products.causes.${cause}`) }));
  const change = (changes: Partial<ClaimDraft>) => onChange({ ...draft, ...changes });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'end' }}>
      <NativeSelect
        label={t('tryClaim.tier')}
        value={tier}
        data={terms.tiers.map(({ id, name }) => ({ value: id, label: local(name) }))}
        onChange={(event) => change({ tier: event.currentTarget.value })}
      />
      <DayField label={t('tryClaim.startsOn')} min={from} value={draft.startsOn} onChange={(startsOn) => change({ startsOn })} />
      <NativeSelect
        label={t('tryClaim.cause')}
        value={draft.cause}
        data={causes}
        onChange={(event) => change({ cause: causes.find(({ value }) => value === event.currentTarget.value)?.value ?? draft.cause })}
      />
      <DayField
        label={t('tryClaim.eventDay')}
        description={t('tryClaim.eventHint')}
        value={draft.eventDay}
        onChange={(eventDay) => change({ eventDay })}
      />
      <DayField label={t('tryClaim.visitDay')} value={draft.visitDay} onChange={(visitDay) => change({ visitDay })} />
      <Checkbox
        pb={8}
        label={t('tryClaim.inNetwork')}
        checked={draft.inNetwork}
        onChange={(event) => change({ inNetwork: event.currentTarget.checked })}
      />
    </SimpleGrid>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly min?: string | undefined;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

function DayField({ onChange, ...props }: DayFieldProps): ReactNode {
  return <TextInput type="date" required {...props} onChange={(event) => onChange(event.currentTarget.value)} />;
}
