import { Table } from '@mantine/core';
import type { SettlementDto } from '@snout/contract/settlement';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './settlement-table.module.css';
import { type Settled, type SettledLine, type Tier, useSettlementWords } from './use-settlement-words.ts';

interface SettlementTableProps {
  readonly answer: Settled;
  readonly settlement: SettlementDto;
  readonly tier: Tier;
}

/** An invoice, and below each line what its rules take and what is paid; at the end the sums. */
export function SettlementTable({ answer, settlement, tier }: SettlementTableProps): ReactNode {
  const { t } = useTranslation();
  const words = useSettlementWords(answer, tier);
  const { visits, claimed, taken, paid } = settlement;
  const lines = visits.flatMap((visit) => visit.lines);
  return (
    <Table captionSide="top" fz="sm" verticalSpacing={6} withRowBorders={false}>
      <Table.Caption ta="left">{t('tryClaim.caption')}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('tryClaim.lineOrRule')}</Table.Th>
          <Table.Th scope="col" className={classes['amount'] ?? ''}>
            {t('tryClaim.amountColumn')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      {lines.map((line) => (
        <LineRows key={line.id} line={line} words={words} />
      ))}
      <Table.Tfoot className={classes['group'] ?? ''}>
        <Row className="line" name={t('tryClaim.claimed')} amount={words.money(claimed)} />
        {taken
          .filter(({ takes }) => takes > 0)
          .map(({ kind, takes }) => (
            <Row key={kind} className="rule" name={t(`tryClaim.taken.${kind}`)} amount={words.money(-takes)} />
          ))}
        <Row className="line" name={t('tryClaim.paid')} amount={words.money(paid)} />
      </Table.Tfoot>
    </Table>
  );
}

interface LineRowsProps {
  readonly line: SettledLine;
  readonly words: ReturnType<typeof useSettlementWords>;
}

function LineRows({ line, words: { money, lineName, rule } }: LineRowsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Table.Tbody className={classes['group'] ?? ''}>
      <Row className="line" scope="rowgroup" name={lineName(line)} amount={money(line.amount)} />
      {line.steps.map((step) => (
        // What a rule before it took is not there any more to be taken.
        <Row key={step.kind} className="rule" name={rule(step)} amount={step.takes === 0 ? money(0) : money(-step.takes)} />
      ))}
      <Row className="paid" name={t('tryClaim.paidOfLine')} amount={money(line.paid)} />
    </Table.Tbody>
  );
}

interface RowProps {
  readonly className: 'line' | 'rule' | 'paid';
  readonly scope?: 'row' | 'rowgroup';
  readonly name: string;
  readonly amount: string;
}

function Row({ className, scope = 'row', name, amount }: RowProps): ReactNode {
  return (
    <Table.Tr>
      <Table.Th scope={scope} className={classes[className] ?? ''}>
        {name}
      </Table.Th>
      <Table.Td className={classes['amount'] ?? ''} fw={className === 'rule' ? 400 : 600}>
        {amount}
      </Table.Td>
    </Table.Tr>
  );
}
