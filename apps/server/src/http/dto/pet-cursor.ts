import type { PetCursor } from '@snout/core/recognition';
import { z } from 'zod';
import { ProblemError } from '../problem-error.ts';

const cursorSchema = z.tuple([z.string(), z.string()]);

/** Where a page ended, as opaque text for `after`. */
export function cursorText(cursor: PetCursor): string {
  return Buffer.from(JSON.stringify([cursor.name, cursor.id])).toString('base64url');
}

/** @throws ProblemError `invalid-request` when the text is not one of ours. */
export function parseCursor(text: string): PetCursor {
  try {
    const [name, id] = cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { name, id: id as PetCursor['id'] };
  } catch {
    throw new ProblemError('invalid-request', undefined, {
      errors: [{ field: 'after', code: 'wrong-format', message: 'Not the `next` of a page.' }],
    });
  }
}
