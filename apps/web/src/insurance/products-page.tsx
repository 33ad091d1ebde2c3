import { Anchor, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { productApi } from '../api/product-api.ts';
import { QUERY_KEYS } from '../api/query-keys.ts';
import { insurerPlace } from '../navigation/places.ts';
import { SectionCard } from '../navigation/section-card.tsx';
import { TenantRoom } from '../organisations/tenant-room.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { BeginProduct } from './begin-product.tsx';
import { ProductCard } from './product-card.tsx';

/** What an insurer sells: products, their drafts and versions. */
export function ProductsPage({ tenantId }: { readonly tenantId: string }): ReactNode {
  return (
    <TenantRoom tenantId={tenantId} part="products">
      {({ role }) => <Products tenantId={tenantId} isManager={role === 'owner' || role === 'admin'} />}
    </TenantRoom>
  );
}

function Products({ tenantId, isManager }: { readonly tenantId: string; readonly isManager: boolean }): ReactNode {
  const { t } = useTranslation();
  const products = useQuery({ queryKey: QUERY_KEYS.products(tenantId), queryFn: () => productApi.list(tenantId) });
  return (
    <>
      <SectionCard title={t('products.title')} intro={t('products.intro')}>
        <Anchor component={Link} href={insurerPlace(tenantId)} size="sm">
          {t('products.publicPage')}
        </Anchor>
        {products.isPending && <Skeleton height={64} />}
        {products.isError && <ProblemAlert error={products.error} onRetry={() => void products.refetch()} />}
        {products.data?.length === 0 && (
          <Text size="sm">
            {t('products.none')} {t('products.noneHint')}
          </Text>
        )}
      </SectionCard>
      {products.data?.map((product) => (
        <ProductCard key={product.id} tenantId={tenantId} product={product} isManager={isManager} />
      ))}
      {isManager && <BeginProduct tenantId={tenantId} />}
    </>
  );
}
