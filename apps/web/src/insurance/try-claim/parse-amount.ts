import { invoiceAmountSchema } from '@snout/contract/settlement';

/** Thousands with commas or without, a dot before the one or two decimals. */
const WRITTEN = /^(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2}))?$/;

/** Whole minor units of an amount as people write it ("1,234.5" is 123450), without going through a binary fraction; null: it is none, or too large. */
export function parseAmount(text: string): number | null {
  const [, whole, decimals = ''] = WRITTEN.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const parsed = invoiceAmountSchema.safeParse(Number(`${whole.replaceAll(',', '')}${decimals.padEnd(2, '0')}`));
  return parsed.success ? parsed.data : null;
}
