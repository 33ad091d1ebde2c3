import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { InsuranceProductDto } from '@snout/contract/insurance';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PreviewRequest, previewSettlement } from '../../api/settlement-api.ts';
import { ProblemAlert } from '../../problem/problem-alert.tsx';
import { todayIn } from '../product-words.ts';
import { soldOn } from '../sold-on.ts';
import { ClaimAnswer } from './claim-answer.tsx';
import { type ClaimDraft, emptyClaim, requestOf } from './claim-draft.ts';
import { InvoiceLines } from './invoice-lines.tsx';
import { PolicyFields } from './policy-fields.tsx';

type Version = InsuranceProductDto['versions'][number];

interface TryClaimProps {
  readonly tenantId: string;
  readonly product: Pick<InsuranceProductDto, 'id' | 'versions'>;
}

/** A policy and a claim that somebody makes up, and what would be paid of it. */
export function TryClaim({ tenantId, product: { id, versions } }: TryClaimProps): ReactNode {
  const first = versions.at(-1);
  return first === undefined ? null : <ClaimForm asks={{ insurerId: tenantId, productId: id }} versions={versions} first={first} />;
}

interface ClaimFormProps {
  readonly asks: Parameters<typeof previewSettlement>[0];
  /** Newest first. */
  readonly versions: readonly Version[];
  readonly first: Version;
}

function ClaimForm({ asks, versions, first }: ClaimFormProps): ReactNode {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<ClaimDraft>(() => beginning(first));
  const [showsFaults, setShowsFaults] = useState(false);
  const { terms } = soldOn(versions, draft.startsOn) ?? first;
  // Another day may have another version, without the tier that was chosen.
  const tier = terms.tiers.find((one) => one.id === draft.tier) ?? terms.tiers[0];
  const ask = useMutation({ mutationFn: (request: PreviewRequest) => previewSettlement(asks, request) });
  const change = (changed: ClaimDraft) => {
    // What was answered was about another claim.
    ask.reset();
    setDraft(changed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const request = requestOf({ ...draft, tier: tier?.id ?? draft.tier });
    setShowsFaults(request === null);
    if (request !== null) ask.mutate(request);
  };
  return (
    <Stack gap="md">
      <div>
        <Title order={3} size="h5">
          {t('tryClaim.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('tryClaim.intro')}
        </Text>
      </div>
      <form onSubmit={submit}>
        <Stack gap="md">
          <PolicyFields draft={draft} terms={terms} tier={tier?.id ?? ''} from={first.effectiveFrom} onChange={change} />
          <InvoiceLines draft={draft} terms={terms} showsFaults={showsFaults} onChange={change} />
          <Group>
            <Button type="submit" loading={ask.isPending}>
              {t('tryClaim.ask')}
            </Button>
          </Group>
        </Stack>
      </form>
      {ask.isError && <ProblemAlert error={ask.error} />}
      <ClaimAnswer answer={ask.data} tier={tier} />
    </Stack>
  );
}

/** Today, or the day on which the first version begins. */
function beginning({ effectiveFrom, terms }: Version): ClaimDraft {
  const today = todayIn(terms.timeZone);
  return emptyClaim({ tier: terms.tiers[0]?.id ?? '', day: today > effectiveFrom ? today : effectiveFrom });
}
