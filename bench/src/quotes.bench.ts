import { type QuoteRequest, quoteTerms, READY_PRODUCT_IDS, READY_PRODUCTS } from '@snout/core/insurance';
import { addDays, toCalendarDay } from '@snout/core/pets';
import type { BenchmarkRow, BenchmarkSetup } from './benchmark.ts';
import { timed } from './measure/time.ts';

const TARGET_SECONDS = 10;
const TARGET_QUOTES = 100_000;
const TODAY = toCalendarDay('2026-03-01');
/** Birth dates go back this far: some animals are too young or too old. */
const DAYS_OF_BIRTHS = 15 * 365;

/** How long it takes to rate quotes of the ready products on one processor: each with age, lines, waiting periods or reasons against it. */
export async function quotes({ quick }: BenchmarkSetup): Promise<readonly BenchmarkRow[]> {
  const count = quick ? 1000 : TARGET_QUOTES;
  const requests = Array.from({ length: count }, (_, index) => requestOf(index));
  let sold = 0;
  let lines = 0;
  const milliseconds = await timed(async () => {
    for (const { terms, request } of requests) {
      const quote = quoteTerms(terms, request, TODAY);
      if (quote.kind === 'none') continue;
      sold++;
      lines += quote.premium.lines.length;
    }
  });
  const seconds = milliseconds / 1000;
  return [
    {
      what: `${count.toLocaleString('en')} quotes rated`,
      value: `${seconds.toFixed(2)} s`,
      target: quick ? null : `<= ${TARGET_SECONDS} s`,
      met: quick ? null : seconds <= TARGET_SECONDS,
      beside: `${Math.round(count / seconds).toLocaleString('en')} a second on one processor; ${sold.toLocaleString('en')} with a premium, of ${lines.toLocaleString('en')} lines; the others with reasons; nothing read from a database`,
    },
  ];
}

function requestOf(index: number) {
  const terms = READY_PRODUCTS[READY_PRODUCT_IDS[index % READY_PRODUCT_IDS.length] ?? 'cn-yearly'];
  const born = addDays(TODAY, -((index * 7919) % DAYS_OF_BIRTHS));
  const date = [born, born.slice(0, 7), born.slice(0, 4)][index % 5] ?? born;
  const request: QuoteRequest = {
    species: index % 2 === 0 ? 'dog' : 'cat',
    birth: { date, estimated: index % 3 === 0 },
    tier: terms.tiers[index % terms.tiers.length]?.id ?? '',
    startsOn: addDays(TODAY, index % 45),
    choices: {},
  };
  return { terms, request };
}
