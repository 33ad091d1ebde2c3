import { Button, Code, Group, List, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SectionCard } from '../navigation/section-card.tsx';
import { EXAMPLE_LIST, exampleAddress } from './example-list.ts';
import { COLUMNS } from './import-columns.ts';
import classes from './import-guide.module.css';

const [EXAMPLE_NAMES, ...EXAMPLE_ROWS] = EXAMPLE_LIST;

/** What a list has to look like, with one to begin from. */
export function ImportGuide(): ReactNode {
  const { t } = useTranslation();
  return (
    <SectionCard
      title={t('imports.guideTitle')}
      actions={
        <Button component="a" href={exampleAddress()} download="pets.csv" variant="default" size="sm">
          {t('imports.exampleDownload')}
        </Button>
      }
    >
      <List type="ordered" size="sm" spacing={6}>
        {(['list', 'photos', 'check'] as const).map((step) => (
          <List.Item key={step}>{t(`imports.guide.${step}`)}</List.Item>
        ))}
      </List>
      <Title order={3} size="h5">
        {t('imports.exampleTitle')}
      </Title>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without the keyboard, what is wider than the page could not be read. */}
      <section className={classes['wide']} aria-label={t('imports.exampleTitle')} tabIndex={0}>
        <Table withTableBorder withColumnBorders fz="xs" ff="monospace">
          <Table.Thead>
            <Table.Tr>
              {EXAMPLE_NAMES.map((name) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {EXAMPLE_ROWS.map((cells) => (
              <Table.Tr key={cells[0]}>
                {cells.map((cell, index) => (
                  <Table.Td key={EXAMPLE_NAMES[index]}>{cell}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <details>
        <summary>
          <Text span size="sm">
            {t('imports.allColumns')}
          </Text>
        </summary>
        <AllColumns />
      </details>
    </SectionCard>
  );
}

function AllColumns(): ReactNode {
  const { t } = useTranslation();
  return (
    <Table mt="sm" verticalSpacing="xs" fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('imports.column')}</Table.Th>
          <Table.Th>{t('imports.columnMeaning')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {COLUMNS.map(({ name, isNeeded, words, isList }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={400}>
              <Code>{name}</Code>
              {isNeeded && (
                <Text size="xs" c="dimmed">
                  {t('imports.needed')}
                </Text>
              )}
            </Table.Th>
            <Table.Td>
              {t(`imports.columns.${name}`)}
              {words.length > 0 && (
                <Group gap={4}>
                  <Text size="xs" c="dimmed">
                    {t(isList ? 'imports.someOf' : 'imports.oneOf', { words: words.join(', ') })}
                  </Text>
                </Group>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
