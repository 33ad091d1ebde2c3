import type { DeliveryQuery } from '@snout/core/webhooks';
import { z } from 'zod';
import { ProblemError } from '../problem-error.ts';

type DeliveryCursor = NonNullable<DeliveryQuery['after']>;

const cursorSchema = z.tuple([z.iso.datetime(), z.string()]);

/** Where a page of deliveries ended, as opaque text for `after`. */
export function deliveryCursorText({ createdAt, id }: DeliveryCursor): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString('base64url');
}

/** @throws ProblemError `invalid-request` when the text is not one of ours. */
export function parseDeliveryCursor(text: string): DeliveryCursor {
  try {
    const [createdAt, id] = cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { createdAt: new Date(createdAt), id };
  } catch {
    throw new ProblemError('invalid-request', undefined, {
      errors: [{ field: 'after', code: 'wrong-format', message: 'Not the `next` of a page.' }],
    });
  }
}
