import type { ProductTerms } from '@snout/core/insurance';
import type { CalendarDay } from '@snout/core/pets';
import type { ColumnType } from 'kysely';

/** Tables of migration 0090. JSON is written as text. */
export interface InsuranceTables {
  insurance_products: {
    id: string;
    tenant_id: string;
    created_at: Date;
    draft: ColumnType<ProductTerms | null, string, string | null>;
    draft_saved_at: Date | null;
  };
  insurance_product_versions: {
    product_id: string;
    version: number;
    effective_from: CalendarDay;
    terms: ColumnType<ProductTerms, string, never>;
    published_at: Date;
  };
}
