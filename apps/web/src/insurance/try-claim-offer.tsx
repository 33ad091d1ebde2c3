import { Box, Button, Loader } from '@mantine/core';
import type { InsuranceProductDto } from '@snout/contract/insurance';
import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Seldom opened: the page does not wait for it. */
const TryClaim = lazy(async () => ({ default: (await import('./try-claim/open-try-claim.ts')).openTryClaim().TryClaim }));

interface TryClaimOfferProps {
  readonly tenantId: string;
  readonly product: Pick<InsuranceProductDto, 'id' | 'draft' | 'versions'>;
  readonly name: string;
}

/** Opens the form in which somebody makes up a claim, to see what the product would pay. */
export function TryClaimOffer({ tenantId, product, name }: TryClaimOfferProps): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const words = t(isOpen ? 'products.leaveClaim' : 'products.tryClaim');
  return (
    <>
      <Button
        variant="default"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={t('products.claimNamed', { words, name })}
        onClick={() => setOpen(!isOpen)}
        style={{ alignSelf: 'flex-start' }}
      >
        {words}
      </Button>
      <Box id={id} hidden={!isOpen}>
        {isOpen && (
          <Suspense fallback={<Loader size="sm" />}>
            <TryClaim tenantId={tenantId} product={product} />
          </Suspense>
        )}
      </Box>
    </>
  );
}
