declare const policyNumber: unique symbol;
/** "7K3F-9Q2M-XW4T": eleven random characters and one that checks them. Some 2^55 numbers: nobody finds one by trying. */
export type PolicyNumber = string & { readonly [policyNumber]: true };

/** Crockford's base 32 (https://www.crockford.com/base32.html): without I, L, O and U, which are misread, or make words. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The characters of ISO 7064 MOD 37-2 by their values; its 37th, the asterisk, is never used here. */
const VALUES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const [MODULUS, RADIX] = [37, 2];
/** Of random characters, and so of bytes that a number is made from. */
export const POLICY_NUMBER_BYTES = 11;

/**
 * A number from random bytes. The check character is that of ISO 7064 MOD 37-2: unlike MOD 37,36 it finds not only each single wrong
 * character but also any two neighbours that were swapped. Where it would not be of the alphabet, the last random character is moved on.
 * @throws RangeError on another count of bytes than POLICY_NUMBER_BYTES.
 */
export function toPolicyNumber(bytes: Uint8Array): PolicyNumber {
  if (bytes.length !== POLICY_NUMBER_BYTES) throw new RangeError(`${bytes.length} bytes: a number is made of ${POLICY_NUMBER_BYTES}.`);
  const drawn = Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  const begin = drawn.slice(0, -1);
  let at = ALPHABET.indexOf(drawn.slice(-1));
  // Each last character gives another check character, and four of 36 and the asterisk will not do: it ends.
  while (!ALPHABET.includes(checkCharacter(begin + ALPHABET.charAt(at)))) at = (at + 1) % ALPHABET.length;
  const body = begin + ALPHABET.charAt(at);
  return grouped(body + checkCharacter(body));
}

/** What a person wrote as a number: in small letters, without hyphens, with O for 0 and I or L for 1. Null: it is none, or has a mistake. */
export function readPolicyNumber(text: string): PolicyNumber | null {
  const plain = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const isWhole = plain.length === POLICY_NUMBER_BYTES + 1 && [...plain].every((character) => ALPHABET.includes(character));
  return isWhole && checkCharacter(plain.slice(0, -1)) === plain.slice(-1) ? grouped(plain) : null;
}

/** The remainder of value × 2 over all characters, made up to one more than a multiple of 37. */
function checkCharacter(body: string): string {
  let remainder = 0;
  for (const character of body) remainder = ((remainder + VALUES.indexOf(character)) * RADIX) % MODULUS;
  return VALUES.charAt((MODULUS + 1 - remainder) % MODULUS) || '*';
}

function grouped(characters: string): PolicyNumber {
  return characters.replaceAll(/(.{4})(?=.)/g, '$1-') as PolicyNumber;
}
