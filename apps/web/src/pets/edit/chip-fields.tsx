import { SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { checkMicrochip, describeMicrochip } from '@snout/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Milliseconds. Not when the field is left: what is said then moves the button that is just pressed. */
const PAUSE_MS = 700;

type Numbers = readonly [string, string];

interface ChipFieldsProps {
  readonly microchips: Numbers;
  readonly onChange: (microchips: Numbers) => void;
}

/** Two numbers as typed, each checked after a pause: an animal can carry a second chip. */
export function ChipFields({ microchips: [first, second], onChange }: ChipFieldsProps): ReactNode {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <ChipField number={1} value={first} onChange={(value) => onChange([value, second])} />
      <ChipField number={2} value={second} onChange={(value) => onChange([first, value])} />
    </SimpleGrid>
  );
}

interface ChipFieldProps {
  readonly number: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function ChipField({ number, value, onChange }: ChipFieldProps): ReactNode {
  const { t, i18n } = useTranslation();
  const [settled] = useDebouncedValue(value, PAUSE_MS);
  const check = value.trim() === '' ? null : checkMicrochip(value);
  const fine = check?.kind === 'valid' ? describeMicrochip(check.chip, i18n.language) : null;
  return (
    <TextInput
      label={t('details.microchip', { number })}
      description={fine ?? t('details.microchipHint')}
      error={settled === value && check?.kind === 'invalid' ? t(`chip.fault.${check.fault}`) : undefined}
      autoComplete="off"
      maxLength={64}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
