import { Accordion, Badge, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ApiReference, Operation } from './api-document.ts';
import classes from './operation-groups.module.css';
import { OperationPanel } from './operation-panel.tsx';

const COLOURS = { get: 'pine', post: 'violet.9', put: 'violet.9', patch: 'violet.9', delete: 'danger' } as const;

interface OperationGroupsProps {
  readonly reference: ApiReference;
  readonly operations: readonly Operation[];
  /** Ids of the operations that are open. */
  readonly opened: readonly string[];
  readonly onOpen: (opened: readonly string[]) => void;
}

/** Operations by their subject, each of them to be opened. */
export function OperationGroups({ reference, operations, opened, onOpen }: OperationGroupsProps): ReactNode {
  const groups = Map.groupBy(operations, ({ tags }) => tags[0] ?? '');
  return (
    <Stack gap="xl">
      {[...groups].map(([tag, inGroup]) => (
        <section key={tag} aria-label={tag}>
          <Title order={2} size="h4" mb="xs" lang="en" tt="capitalize">
            {tag}
          </Title>
          <Accordion
            multiple
            order={3}
            variant="separated"
            classNames={{ item: classes['item'] ?? '' }}
            value={[...opened]}
            onChange={onOpen}
          >
            {inGroup.map((operation) => (
              <Accordion.Item key={operation.operationId} value={operation.operationId} id={operation.operationId}>
                <Accordion.Control>
                  <OperationName {...operation} />
                </Accordion.Control>
                <Accordion.Panel>
                  {/* Ninety panels would take a while; only what is looked at is made. */}
                  {opened.includes(operation.operationId) && <OperationPanel operation={operation} reference={reference} />}
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        </section>
      ))}
    </Stack>
  );
}

function OperationName({ method, path, summary }: Pick<Operation, 'method' | 'path' | 'summary'>): ReactNode {
  return (
    <Stack gap={2}>
      <Group gap="xs" component="span">
        <Badge color={COLOURS[method]} radius="sm" component="span">
          {method}
        </Badge>
        <Text span ff="monospace" size="sm" className="break">
          {path}
        </Text>
      </Group>
      <Text span size="sm" c="dimmed" lang="en">
        {summary}
      </Text>
    </Stack>
  );
}
