import { Code, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RowList } from '../navigation/row-list.tsx';
import { type ApiReference, resolved, type Schema } from './api-document.ts';
import { rowsOf } from './schema-rows.ts';
import { useTypeWords } from './use-type-words.ts';
import { WordsOf } from './words-of.tsx';

interface FieldListProps {
  readonly label: string;
  readonly schema: Schema;
  readonly schemas: ApiReference['schemas'];
}

/** The fields of a body or an answer, those within others too. */
export function FieldList({ label, schema, schemas }: FieldListProps): ReactNode {
  const rows = useMemo(() => rowsOf(schema, schemas), [schema, schemas]);
  if (rows.length === 0) return null;
  return (
    <RowList label={label}>
      {rows.map(({ path, variant, ...row }) => (
        <Field key={`${path} ${variant} ${JSON.stringify(row.schema)}`} name={path} note={variant} {...row} schemas={schemas} />
      ))}
    </RowList>
  );
}

interface FieldProps {
  readonly name: string;
  /** Said beside the name. */
  readonly note: string | null;
  readonly schema: Schema;
  readonly isRequired: boolean;
  readonly schemas: ApiReference['schemas'];
}

/** One field or parameter: its name, what it holds, and what it means. */
export function Field({ name, note, schema, isRequired, schemas }: FieldProps): ReactNode {
  const { t } = useTranslation();
  const typeWords = useTypeWords(schemas);
  const whole = resolved(schema, schemas);
  const facts = [typeWords(schema), ...(note ? [note] : []), ...(isRequired ? [t('apiDocs.required')] : [])];
  return (
    <Stack gap={4}>
      <Group gap="xs" align="baseline">
        <Code className="break" fw={600}>
          {name}
        </Code>
        <Text size="sm" c="dimmed" className="break">
          {facts.join(' · ')}
        </Text>
      </Group>
      {whole.description && (
        <Text size="sm">
          <WordsOf text={whole.description} />
        </Text>
      )}
      <Limits schema={whole.items ? { ...whole, enum: resolved(whole.items, schemas).enum } : whole} />
    </Stack>
  );
}

function Limits({ schema }: { readonly schema: Schema }): ReactNode {
  const { t } = useTranslation();
  const limits = (['minLength', 'maxLength', 'minItems', 'maxItems'] as const).flatMap((name) => {
    const count = schema[name];
    // That something must be there is said by its being required.
    return count === undefined || (count === 1 && name.startsWith('min')) ? [] : [t(`apiDocs.limits.${name}`, { count })];
  });
  const words = schema.enum && schema.enum.length > 1 ? [t('apiDocs.words', { words: schema.enum.join(', ') })] : [];
  const standard = schema.default === undefined ? [] : [t('apiDocs.standard', { value: JSON.stringify(schema.default) })];
  const example = schema.example === undefined ? [] : [t('apiDocs.example', { example: plain(schema.example) })];
  const all = [...words, ...limits, ...standard, ...example];
  if (all.length === 0) return null;
  return (
    <Text size="xs" c="dimmed" className="break">
      {all.join(' · ')}
    </Text>
  );
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
