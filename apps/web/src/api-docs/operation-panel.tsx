import { Code, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RowList } from '../navigation/row-list.tsx';
import type { ApiReference, Operation } from './api-document.ts';
import { CodeSample } from './code-sample.tsx';
import { curlExample } from './curl-example.ts';
import { Field, FieldList } from './field-list.tsx';
import { sampleOf } from './sample-of.ts';
import { WordsOf } from './words-of.tsx';

interface OperationPanelProps {
  readonly operation: Operation;
  readonly reference: ApiReference;
}

/** All that there is to say of an operation. */
export function OperationPanel({ operation, reference }: OperationPanelProps): ReactNode {
  const { t } = useTranslation();
  const { description, parameters, requestBody } = operation;
  const { schemas } = reference;
  const curl = useMemo(() => curlExample(reference, operation), [reference, operation]);
  return (
    <Stack gap="md">
      {description && (
        <Text size="sm">
          <WordsOf text={description} />
        </Text>
      )}
      <Access access={operation['x-access']} />
      {parameters.length > 0 && (
        <Part title={t('apiDocs.parameters')}>
          <RowList label={t('apiDocs.parameters')}>
            {parameters.map(({ name, in: place, required, schema }) => (
              <Field
                key={`${place} ${name}`}
                name={name}
                note={t(`apiDocs.places.${place}`)}
                schema={schema}
                isRequired={required}
                schemas={schemas}
              />
            ))}
          </RowList>
        </Part>
      )}
      {Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => (
        <Part key={type} title={t('apiDocs.body', { type })}>
          <FieldList label={t('apiDocs.body', { type })} schema={schema} schemas={schemas} />
        </Part>
      ))}
      <CodeSample title={t('apiDocs.curl')} code={curl} />
      <Answers operation={operation} schemas={schemas} />
    </Stack>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <Stack gap="xs">
      <Title order={4} size="h6">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

function Access({ access }: { readonly access: Operation['x-access'] }): ReactNode {
  const { t } = useTranslation();
  const words =
    access.kind === 'member'
      ? [
          t('apiDocs.access.roles', { roles: access.roles.join(', ') }),
          access.scope === null ? t('apiDocs.access.noKeys') : t('apiDocs.access.scope', { scope: access.scope }),
          ...(access.verified ? [t('apiDocs.access.verified')] : []),
        ]
      : [t(`apiDocs.access.${access.kind}`)];
  return (
    <Part title={t('apiDocs.who')}>
      <Text size="sm">{words.join(' ')}</Text>
    </Part>
  );
}

function Answers({ operation, schemas }: { readonly operation: Operation; readonly schemas: ApiReference['schemas'] }): ReactNode {
  const { t } = useTranslation();
  const answers = Object.entries(operation.responses);
  const [, good] = answers.find(([status]) => status.startsWith('2')) ?? [];
  const schema = good?.content?.['application/json']?.schema;
  const sample = useMemo(() => (schema ? JSON.stringify(sampleOf(schema, schemas), null, 2) : null), [schema, schemas]);
  return (
    <>
      <Part title={t('apiDocs.answers')}>
        <RowList label={t('apiDocs.answers')}>
          {answers.map(([status, { description, content }]) => (
            <Group key={status} gap="xs" align="baseline">
              <Code fw={600}>{status}</Code>
              <Text size="sm" flex="1 1 14rem">
                <WordsOf text={description} />
              </Text>
              {status.startsWith('2') && (
                <Text size="xs" c="dimmed" className="break">
                  {Object.keys(content ?? {}).join(', ')}
                </Text>
              )}
            </Group>
          ))}
        </RowList>
      </Part>
      {schema && (
        <Part title={t('apiDocs.fields')}>
          <FieldList label={t('apiDocs.fields')} schema={schema} schemas={schemas} />
        </Part>
      )}
      {sample !== null && <CodeSample title={t('apiDocs.sample')} code={sample} />}
    </>
  );
}
