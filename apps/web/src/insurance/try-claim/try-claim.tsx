import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Preview, type PreviewRequest, settlementApi } from '../../api/settlement-api.ts';
import { ProblemAlert } from '../../problem/problem-alert.tsx';
import { todayIn } from '../product-words.ts';
import { ClaimAnswer } from './claim-answer.tsx';
import { type ClaimDraft, emptyClaim, requestOf } from './claim-draft.ts';
import { InvoiceLines } from './invoice-lines.tsx';
import { PolicyFields } from './policy-fields.tsx';
import { type TermsToTry, type Tried, type TriedProduct, termsToTry, whatToTry } from './terms-to-try.ts';

interface TryClaimProps {
  readonly tenantId: string;
  readonly product: TriedProduct;
}

/** A policy and a claim that somebody makes up, and what would be paid of it. */
export function TryClaim({ tenantId, product }: TryClaimProps): ReactNode {
  const [chosen, setChosen] = useState<Tried>('draft');
  const first = termsToTry(product, chosen, '');
  const [draft, setDraft] = useState<ClaimDraft | null>(() => first && beginning(first));
  const tried = draft && termsToTry(product, chosen, draft.startsOn);
  if (draft === null || tried === null) return null;
  return <ClaimForm tenantId={tenantId} product={product} tried={tried} draft={draft} onChoose={setChosen} onChange={setDraft} />;
}

interface ClaimFormProps extends TryClaimProps {
  readonly tried: TermsToTry;
  readonly draft: ClaimDraft;
  readonly onChoose: (chosen: Tried) => void;
  readonly onChange: (draft: ClaimDraft) => void;
}

function ClaimForm({ tenantId, product, tried, draft, onChoose, onChange }: ClaimFormProps): ReactNode {
  const { t } = useTranslation();
  const [showsFaults, setShowsFaults] = useState(false);
  const { terms } = tried;
  // Other terms may be without the tier that was chosen.
  const tier = terms.tiers.find((one) => one.id === draft.tier) ?? terms.tiers[0];
  const ask = useAsk(tenantId, product.id);
  const change = (changed: ClaimDraft) => {
    // What was answered was about another claim.
    ask.reset();
    onChange(changed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const request = requestOf({ ...draft, tier: tier?.id ?? draft.tier });
    setShowsFaults(request === null);
    if (request !== null) ask.mutate({ request, tried });
  };
  // Nor is it about other terms, such as of a draft that was put in meanwhile.
  const isAbout = ask.variables?.tried.kind === tried.kind && ask.variables.tried.terms === terms;
  return (
    <Stack gap="md">
      <Heading />
      <form onSubmit={submit}>
        <Stack gap="md">
          <TriedField product={product} tried={tried.kind} onChoose={onChoose} />
          <PolicyFields draft={draft} terms={terms} tier={tier?.id ?? ''} from={tried.from ?? undefined} onChange={change} />
          <InvoiceLines draft={draft} terms={terms} showsFaults={showsFaults} onChange={change} />
          <Group>
            <Button type="submit" loading={ask.isPending}>
              {t('tryClaim.ask')}
            </Button>
          </Group>
        </Stack>
      </form>
      {isAbout && ask.isError && <ProblemAlert error={ask.error} />}
      <ClaimAnswer answer={isAbout ? ask.data : undefined} tier={tier} />
    </Stack>
  );
}

interface Asked {
  readonly request: PreviewRequest;
  readonly tried: TermsToTry;
}

function useAsk(tenantId: string, productId: string) {
  return useMutation({
    mutationFn: ({ request, tried }: Asked): Promise<Preview> => settlementApi[tried.kind]({ tenantId, productId }, request),
  });
}

function Heading(): ReactNode {
  const { t } = useTranslation();
  return (
    <div>
      <Title order={3} size="h5">
        {t('tryClaim.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('tryClaim.intro')}
      </Text>
    </div>
  );
}

interface TriedFieldProps {
  readonly product: TriedProduct;
  readonly tried: Tried;
  readonly onChoose: (chosen: Tried) => void;
}

/** Nothing where there is nothing to choose. */
function TriedField({ product, tried, onChoose }: TriedFieldProps): ReactNode {
  const { t } = useTranslation();
  const there = whatToTry(product);
  if (there.length < 2) return null;
  return (
    <NativeSelect
      label={t('tryClaim.terms')}
      value={tried}
      data={there.map((value) => ({ value, label: t(`tryClaim.tried.${value}`) }))}
      onChange={(event) => onChoose(there.find((one) => one === event.currentTarget.value) ?? tried)}
    />
  );
}

/** Today, or the first day on which cover can start. */
function beginning({ terms, from }: TermsToTry): ClaimDraft {
  const today = todayIn(terms.timeZone);
  return emptyClaim({ tier: terms.tiers[0]?.id ?? '', day: from !== null && from > today ? from : today });
}
