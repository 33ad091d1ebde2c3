import type { ProductTermsDto } from '@snout/contract/insurance';
import { useTranslation } from 'react-i18next';

type Text = ProductTermsDto['name'];

interface ProductWords {
  /** In the reader's language. */
  readonly local: (text: Text) => string;
  /** `amount` in minor units; every currency that there may be has two decimals. */
  readonly money: (amount: number, currency: string) => string;
  /** `share` in ten-thousandths. */
  readonly percent: (share: number) => string;
  /** A day of the calendar. */
  readonly day: (day: string) => string;
}

const MINOR_UNITS = 100;
const WHOLE = 10_000;

export function useProductWords(): ProductWords {
  const { language } = useTranslation().i18n;
  return {
    local: ({ en, zh }) => (language.startsWith('zh') ? zh : en),
    money: (amount, currency) => new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount / MINOR_UNITS),
    percent: (share) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(share / WHOLE),
    // Noon by UTC, written by UTC: the same day everywhere.
    day: (day) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`)),
  };
}

/** The calendar day of now in the time zone, as 2026-03-01; by the reader's own where there is no such zone. */
export function todayIn(timeZone: string): string {
  const write = (zone?: string) => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(new Date());
  try {
    return write(timeZone);
  } catch {
    return write();
  }
}
