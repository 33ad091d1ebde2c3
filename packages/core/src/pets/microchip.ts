/** Who gave a chip its number: the first three digits of ISO 11784. `name` is English; null where the code is not in our tables. */
export type ChipIssuer =
  | { readonly kind: 'country'; readonly code: string; readonly region: string; readonly name: string }
  | { readonly kind: 'maker'; readonly code: string; readonly name: string | null };

/**
 * A number as it is kept: digits and capital letters, no spaces. `iso`: 15 digits of ISO 11784, world-wide unique. `older`: 9 or
 * 10 characters of the years before it (AVID, FECAVA, Trovan): two animals can carry the same one.
 */
export type Microchip =
  | { readonly standard: 'iso'; readonly number: string; readonly issuer: ChipIssuer }
  | { readonly standard: 'older'; readonly number: string };

export type MicrochipFault = 'empty' | 'characters' | 'length' | 'no-issuer' | 'test-number' | 'too-large';

/** `message` says what is wrong and what to do, in English. */
export type MicrochipCheck =
  | { readonly kind: 'valid'; readonly chip: Microchip }
  | { readonly kind: 'invalid'; readonly fault: MicrochipFault; readonly message: string };

/** The last twelve digits are 38 bits: 2^38 - 1 (ISO 11784). */
const LARGEST_NATIONAL_NUMBER = 274_877_906_943;
const ISO_DIGITS = 15;
const FIRST_MAKER = 900;
const TEST_CODE = 999;

/** Makers whose code is theirs alone and widely documented (ICAR); 900 is shared by all that sell few. Others are known by number only. */
const MAKERS: Readonly<Record<string, string>> = {
  '900': 'several makers (shared code)',
  '956': 'AKC Reunite (Trovan)',
  '968': 'AEG',
  '972': 'Planet ID',
  '977': 'AVID',
  '981': 'Datamars',
  '982': 'Allflex',
  '985': 'Destron Fearing (HomeAgain, Indexel)',
};

/**
 * Checks a microchip number as a person types or a reader shows it: spaces, dots and hyphens are ignored, letters may be small.
 * ISO 11784: 15 digits; country 001 to 899 (ISO 3166-1 numeric), maker 900 to 998, 999 for tests only; no check digit.
 */
export function checkMicrochip(text: string): MicrochipCheck {
  const number = text
    .normalize('NFKC')
    .replace(/[\s.\-*]/g, '')
    .toUpperCase()
    // Printed on the papers of that maker, no part of the number.
    .replace(/^AVID(?=\d{9}$)/, '');
  if (number === '') return invalid('empty', 'Type the number of the microchip, or leave it out.');
  if (!/^[0-9A-Z]+$/.test(number)) return invalid('characters', 'A microchip number has digits only (very old ones also letters).');
  if (number.length === ISO_DIGITS) return checkIso(number);
  if (number.length === 9 || number.length === 10) return checkOlder(number);
  return invalid(
    'length',
    `A microchip number has 15 digits (old ones 9 or 10 characters); this one has ${number.length}. Compare it with the papers.`,
  );
}

function checkIso(number: string): MicrochipCheck {
  if (!/^\d+$/.test(number)) return invalid('characters', 'A microchip number of 15 places has digits only: is an O a zero, an I a one?');
  const code = number.slice(0, 3);
  if (Number(code) === TEST_CODE) return invalid('test-number', 'Numbers that begin with 999 are for tests and belong to no animal.');
  const issuer = issuerOf(code);
  if (issuer === null) return invalid('no-issuer', `No country and no maker has the code ${code}: check the first three digits.`);
  if (Number(number.slice(3)) > LARGEST_NATIONAL_NUMBER) {
    return invalid('too-large', `The last twelve digits are at most ${LARGEST_NATIONAL_NUMBER}: check them.`);
  }
  return { kind: 'valid', chip: { standard: 'iso', number, issuer } };
}

function checkOlder(number: string): MicrochipCheck {
  // A reader that saw nothing shows zeros.
  if (/^0+$/.test(number)) return invalid('no-issuer', 'A number of zeros is what a reader shows when it saw no chip.');
  if (!/\d/.test(number)) return invalid('characters', 'A microchip number has digits.');
  return { kind: 'valid', chip: { standard: 'older', number } };
}

function issuerOf(code: string): ChipIssuer | null {
  if (Number(code) >= FIRST_MAKER) return { kind: 'maker', code, name: MAKERS[code] ?? null };
  const region = regionOf(code);
  const name = region && regionName(region, 'en');
  return region && name ? { kind: 'country', code, region, name } : null;
}

/** ISO 3166-1 numeric to alpha-2, through the territory aliases of Unicode's CLDR that every JavaScript engine carries. */
function regionOf(code: string): string | null {
  const region = new Intl.Locale(`und-${code}`).region ?? '';
  return /^[A-Z]{2}$/.test(region) ? region : null;
}

function regionName(region: string, language: string): string | null {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(region) ?? null;
}

/** A chip for a person to read: "Germany, 276 0981 0123 4567". `language`: BCP 47, for the country's name. */
export function describeMicrochip(chip: Microchip, language = 'en'): string {
  if (chip.standard === 'older') return `${chip.number} (before ISO 11784)`;
  const { issuer, number } = chip;
  const grouped = `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7, 11)} ${number.slice(11)}`;
  const who = issuer.kind === 'country' ? (regionName(issuer.region, language) ?? issuer.name) : (issuer.name ?? `maker ${issuer.code}`);
  return `${who}, ${grouped}`;
}

function invalid(fault: MicrochipFault, message: string): MicrochipCheck {
  return { kind: 'invalid', fault, message };
}
