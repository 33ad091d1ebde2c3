import type { OfferedProduct, QuoteRequest } from '../api/quote-api.ts';
import { todayIn } from '../insurance/product-words.ts';

/** What somebody chooses of what an insurer sells. */
export interface ChosenCover {
  readonly productId: string;
  readonly tier: string;
  readonly startsOn: string;
  /** By factor. */
  readonly choices: Readonly<Record<string, string>>;
}

/** The first of everything, from today on. */
export function firstCover({ productId, terms }: OfferedProduct): ChosenCover {
  return { productId, tier: terms.tiers[0]?.id ?? '', startsOn: todayIn(terms.timeZone), choices: {} };
}

/** The choices as the API takes them; of factors that are not named the product takes the first. */
export function choicesOf({ choices }: ChosenCover): NonNullable<QuoteRequest['choices']> {
  return Object.entries(choices).map(([factor, choice]) => ({ factor, choice }));
}
