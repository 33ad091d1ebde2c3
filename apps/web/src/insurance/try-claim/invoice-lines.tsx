import { Button, Fieldset, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { ProductTermsDto } from '@snout/contract/insurance';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type ClaimDraft, type ExclusionKind, hasAmount, type LineDraft, MOST_LINES, withAnotherLine } from './claim-draft.ts';

interface InvoiceLinesProps {
  readonly draft: ClaimDraft;
  readonly terms: ProductTermsDto;
  /** Says which amounts are none. */
  readonly showsFaults: boolean;
  readonly onChange: (draft: ClaimDraft) => void;
}

/** What the invoice of the visit lists. */
export function InvoiceLines({ draft, terms, showsFaults, onChange }: InvoiceLinesProps): ReactNode {
  const { t } = useTranslation();
  const another = useRef<HTMLButtonElement>(null);
  const { lines } = draft;
  const change = (key: number, changes: Partial<LineDraft>) =>
    onChange({ ...draft, lines: lines.map((line) => (line.key === key ? { ...line, ...changes } : line)) });
  const remove = (key: number) => {
    onChange({ ...draft, lines: lines.filter((line) => line.key !== key) });
    // The button that had it goes away.
    another.current?.focus();
  };
  return (
    <Stack gap="sm">
      {lines.map((line, index) => (
        <Line
          key={line.key}
          line={line}
          number={index + 1}
          terms={terms}
          isWrong={showsFaults && !hasAmount(line)}
          onChange={(changes) => change(line.key, changes)}
          onRemove={lines.length > 1 ? () => remove(line.key) : undefined}
        />
      ))}
      <Group>
        <Button
          ref={another}
          variant="default"
          size="xs"
          disabled={lines.length === MOST_LINES}
          onClick={() => onChange(withAnotherLine(draft))}
        >
          {t('tryClaim.addLine')}
        </Button>
      </Group>
    </Stack>
  );
}

interface LineProps {
  readonly line: LineDraft;
  readonly number: number;
  readonly terms: ProductTermsDto;
  readonly isWrong: boolean;
  readonly onChange: (changes: Partial<LineDraft>) => void;
  readonly onRemove: (() => void) | undefined;
}

/** Longer names of lines are not taken by the service. */
const LONGEST_TEXT = 200;

function Line({ line, number, terms, isWrong, onChange, onRemove }: LineProps): ReactNode {
  const { t } = useTranslation();
  // A mark from other terms stays, and is seen.
  const kinds: readonly ExclusionKind[] = [...new Set([...terms.exclusions.map(({ kind }) => kind), line.excludedAs ?? []].flat())];
  const marks = kinds.map((value) => ({ value, label: t(`tryClaim.kinds.${value}`) }));
  return (
    <Fieldset legend={t('tryClaim.line', { number })} p="sm">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 3 }} style={{ alignItems: 'start' }}>
          <TextInput
            label={t('tryClaim.text')}
            maxLength={LONGEST_TEXT}
            value={line.text}
            onChange={(event) => onChange({ text: event.currentTarget.value })}
          />
          <TextInput
            label={t('tryClaim.amount', { currency: terms.currency })}
            required
            inputMode="decimal"
            autoComplete="off"
            error={isWrong ? t('tryClaim.amountFault') : undefined}
            value={line.amount}
            onChange={(event) => onChange({ amount: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('tryClaim.mark')}
            value={line.excludedAs ?? ''}
            data={[{ value: '', label: t('tryClaim.noMark') }, ...marks]}
            onChange={(event) => onChange({ excludedAs: kinds.find((kind) => kind === event.currentTarget.value) ?? null })}
          />
        </SimpleGrid>
        {onRemove && (
          <Button variant="default" size="xs" style={{ alignSelf: 'flex-start' }} onClick={onRemove}>
            {t('tryClaim.removeLine', { number })}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}
