import { importRowSchema } from '@snout/contract';
import { z } from 'zod';

type ColumnName = keyof typeof importRowSchema.shape;

interface Column {
  readonly name: ColumnName;
  readonly isNeeded: boolean;
  /** Several of them, or one. */
  readonly isList: boolean;
  /** What can stand here; empty: any text. */
  readonly words: readonly string[];
}

/** The columns of a list, as the contract has them. */
export const COLUMNS: readonly Column[] = (Object.keys(importRowSchema.shape) as ColumnName[]).map((name) => {
  const schema = importRowSchema.shape[name];
  const held = unwrapped(schema);
  return { name, isNeeded: held === schema, isList: held instanceof z.ZodArray, words: wordsOf(held) };
});

/** What stands in a field that may be left out, or be null. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? unwrapped(schema.unwrap()) : schema;
}

function wordsOf(schema: z.core.$ZodType): readonly string[] {
  if (schema instanceof z.ZodArray) return wordsOf(schema.element);
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}
