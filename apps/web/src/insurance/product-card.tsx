import { Badge, Group, Stack, Text } from '@mantine/core';
import type { InsuranceProductDto, ProductTermsDto } from '@snout/contract/insurance';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RowList } from '../navigation/row-list.tsx';
import { SectionCard } from '../navigation/section-card.tsx';
import { ProductDraft } from './product-draft.tsx';
import { todayIn, useProductWords } from './product-words.ts';
import { PutInTerms } from './put-in-terms.tsx';
import { soldOn } from './sold-on.ts';
import { TakeTerms } from './take-terms.tsx';
import { TermsDetails } from './terms-details.tsx';
import { TryClaimOffer } from './try-claim-offer.tsx';

interface ProductCardProps {
  readonly tenantId: string;
  readonly product: InsuranceProductDto;
  readonly isManager: boolean;
}

type Version = InsuranceProductDto['versions'][number];

/** One product: its draft, and its versions with what they say. */
export function ProductCard({ tenantId, product, isManager }: ProductCardProps): ReactNode {
  const { t } = useTranslation();
  const { local } = useProductWords();
  const { draft, versions } = product;
  const terms = versions[0]?.terms ?? draft?.terms;
  if (terms === undefined) return null;
  const name = local(terms.name);
  return (
    <SectionCard title={name} intro={<About terms={terms} />}>
      {draft && <ProductDraft tenantId={tenantId} productId={product.id} draft={draft} isManager={isManager} />}
      {versions.length > 0 && (
        <RowList label={name}>
          {versions.map((version) => (
            <VersionRow key={version.version} version={version} state={stateOf(version, versions)} />
          ))}
        </RowList>
      )}
      {versions.length > 0 || draft?.faults.length === 0 ? (
        <TryClaimOffer tenantId={tenantId} product={product} name={name} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('products.claimWithoutFaults')}
        </Text>
      )}
      {isManager && <PutInTerms tenantId={tenantId} productId={product.id} name={name} />}
    </SectionCard>
  );
}

function About({ terms }: { readonly terms: ProductTermsDto }): ReactNode {
  const { t, i18n } = useTranslation();
  const species = new Intl.ListFormat(i18n.language).format(terms.species.map((one) => t(`products.species.${one}`)));
  const jurisdiction = t(`products.jurisdictions.${terms.jurisdiction}`);
  return t('products.about', { jurisdiction, currency: terms.currency, species });
}

/** Of versions that are sorted, newest first. */
function stateOf({ effectiveFrom, version, terms }: Version, versions: readonly Version[]): 'now' | 'later' | 'before' {
  const today = todayIn(terms.timeZone);
  if (effectiveFrom > today) return 'later';
  return soldOn(versions, today)?.version === version ? 'now' : 'before';
}

const COLOURS = { now: 'pine', later: 'gray', before: 'gray' } as const;

function VersionRow({ version, state }: { readonly version: Version; readonly state: keyof typeof COLOURS }): ReactNode {
  const { t } = useTranslation();
  const { day } = useProductWords();
  const called = t('products.version', version);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text fw={600}>{called}</Text>
        <Badge tt="none" color={COLOURS[state]}>
          {t(`products.states.${state}`)}
        </Badge>
        <Text size="sm" c="dimmed">
          {t('products.soldFrom', { day: day(version.effectiveFrom) })}
        </Text>
      </Group>
      <TermsDetails terms={version.terms} />
      <TakeTerms terms={version.terms} called={called} />
    </Stack>
  );
}
