import { FILE_FAULT_CODES } from '@snout/core/imports';
import { FIELD_FAULT_CODES, type FieldFault } from '@snout/core/pets';
import { z } from 'zod';

export const fieldFaultSchema = z
  .object({
    field: z.string().meta({ description: 'Its path, with dots.' }),
    code: z.enum([...FIELD_FAULT_CODES, ...FILE_FAULT_CODES]).meta({ description: '`invalid`: only the message says more.' }),
    limit: z.number().optional().meta({ description: 'With `too-…`: the most, or the least.' }),
    message: z.string().meta({ description: 'What is wrong and what to do, in English.' }),
  })
  .meta({ id: 'FieldFault' });
export type FieldFaultDto = z.infer<typeof fieldFaultSchema>;

/** For texts that people type in one line, and for what programs hand over. */
export const withoutControlCharacters = [
  (text: string) => !/\p{Cc}/u.test(text),
  { message: 'No control characters.', params: { fault: 'control-characters' } },
] as const;

type Issue = z.core.$ZodIssue;

/** What a schema says, as faults of fields. `whole`: what an issue is called that is about no single field. */
export function faultsOf({ issues }: z.core.$ZodError, whole: string): FieldFault[] {
  return issues.flatMap((issue) => {
    const path = issue.path.join('.');
    const { message } = issue;
    if (issue.code !== 'unrecognized_keys') return [{ field: path || whole, ...ruleOf(issue), message }];
    return issue.keys.map((key) => ({ field: path ? `${path}.${key}` : key, code: 'unknown-field' as const, message }));
  });
}

type Rule = Pick<FieldFault, 'code' | 'limit'>;

function ruleOf(issue: Exclude<Issue, { code: 'unrecognized_keys' }>): Rule {
  switch (issue.code) {
    case 'invalid_type':
      // What was given is not kept in an issue, but its words tell it.
      return { code: issue.message.endsWith('received undefined') ? 'missing' : 'wrong-type' };
    case 'too_small':
      return leastRule(issue.origin, Number(issue.minimum));
    case 'too_big':
      return { code: TOO_BIG[sizeOf(issue.origin)], limit: Number(issue.maximum) };
    case 'invalid_value':
      return { code: 'not-one-of' };
    case 'invalid_format':
      return { code: FORMATS[issue.format] ?? 'wrong-format' };
    case 'custom':
      return { code: issue.params?.['fault'] === 'control-characters' ? 'control-characters' : 'invalid' };
    default:
      return { code: 'invalid' };
  }
}

const TOO_BIG = { text: 'too-long', list: 'too-many', number: 'too-large' } as const;
const FORMATS: Readonly<Record<string, FieldFault['code']>> = { email: 'not-an-email', url: 'not-an-address' };

/** A text or a list that must not be empty is missing when it is. */
function leastRule(origin: string, limit: number): Rule {
  const size = sizeOf(origin);
  if (size === 'number') return { code: 'too-small', limit };
  if (limit === 1) return { code: 'missing' };
  return { code: size === 'text' ? 'too-short' : 'too-few', limit };
}

function sizeOf(origin: string): 'text' | 'list' | 'number' {
  if (origin === 'string') return 'text';
  return ['array', 'set', 'map'].includes(origin) ? 'list' : 'number';
}
