import type { z } from 'zod';
import { problemSchema } from '../problem.ts';
import { PROBLEMS } from '../problem-catalogue.ts';
import type { ProblemCode } from '../problem-codes.ts';

/** A JSON answer for a route definition. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { content: { 'application/json': { schema } }, description };
}

export const jpegAnswer = {
  content: { 'image/jpeg': { schema: { type: 'string', format: 'binary' } as const } },
  description: 'A JPEG without metadata.',
};

export const pngAnswer = {
  content: { 'image/png': { schema: { type: 'string', format: 'binary' } as const } },
  description: 'A PNG without metadata.',
};

interface ProblemAnswer {
  readonly content: { readonly 'application/problem+json': { readonly schema: typeof problemSchema } };
  readonly description: string;
}

/**
 * Problem answers by status, for the codes a route may give; `internal-error` is always among them. Typed as having no
 * keys: handlers throw problems and return only the good answers.
 */
export function problems(...codes: readonly ProblemCode[]): Record<never, ProblemAnswer> {
  const answers: Record<number, ProblemAnswer> = {};
  for (const code of [...codes, 'internal-error' as const]) {
    const { status, title } = PROBLEMS[code];
    const before = answers[status];
    const line = `\`${code}\`: ${title}.`;
    answers[status] = {
      content: { 'application/problem+json': { schema: problemSchema } },
      description: before ? `${before.description} ${line}` : line,
    };
  }
  return answers;
}
