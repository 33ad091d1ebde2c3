import { expect, it } from 'vitest';
import { z } from 'zod';
import { faultsOf, withoutControlCharacters } from './field-fault.ts';

const schema = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(5)
    .refine(...withoutControlCharacters),
  email: z.email(),
  password: z.string().min(10),
  age: z.number().min(2).max(40),
  sex: z.enum(['female', 'male']),
  chips: z.array(z.string()).min(1).max(2),
  home: z.url(),
  id: z.string().regex(/^\d+$/, 'Not an id.'),
  box: z.array(z.number()).refine((box) => box.length === 4, 'An empty box.'),
});
const fine = {
  name: 'Rex',
  email: 'a@example.org',
  password: 'long enough',
  age: 3,
  sex: 'male',
  chips: ['1'],
  home: 'https://example.org',
  id: '1',
  box: [1, 2, 3, 4],
};

it.each([
  ['name', undefined, { code: 'missing' }],
  ['name', '', { code: 'missing' }],
  ['name', 5, { code: 'wrong-type' }],
  ['name', 'Rex the dog', { code: 'too-long', limit: 5 }],
  ['name', 'R\u0000', { code: 'control-characters' }],
  ['email', 'nobody', { code: 'not-an-email' }],
  ['password', 'short', { code: 'too-short', limit: 10 }],
  ['age', 1, { code: 'too-small', limit: 2 }],
  ['age', 41, { code: 'too-large', limit: 40 }],
  ['sex', 'both', { code: 'not-one-of' }],
  ['chips', [], { code: 'missing' }],
  ['chips', ['1', '2', '3'], { code: 'too-many', limit: 2 }],
  ['home', 'here', { code: 'not-an-address' }],
  ['id', 'x', { code: 'wrong-format', message: 'Not an id.' }],
  ['box', [1], { code: 'invalid', message: 'An empty box.' }],
  ['colour', 'red', { code: 'unknown-field' }],
])('says what is wrong with %s = %j by a code', (field, value, fault) => {
  const parsed = schema.safeParse({ ...fine, [field]: value });
  expect(parsed.success || faultsOf(parsed.error, 'body')).toMatchObject([{ field, ...fault }]);
});

it('names what is wrong as a whole, and what lies deeper, by its place', () => {
  const inner = z.object({ chips: z.array(z.string()) });
  expect(faultsOf(inner.safeParse({ chips: ['1', 2] }).error ?? new z.core.$ZodError([]), 'body')).toMatchObject([{ field: 'chips.1' }]);
  expect(faultsOf(inner.safeParse(3).error ?? new z.core.$ZodError([]), 'body')).toMatchObject([{ field: 'body', code: 'wrong-type' }]);
});
