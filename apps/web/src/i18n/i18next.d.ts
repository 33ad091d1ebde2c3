import type { accountEn } from './account-en.ts';
import type { apiDocsEn } from './api-docs-en.ts';
import type { applicationsEn } from './applications-en.ts';
import type { en } from './en.ts';
import type { importEn } from './import-en.ts';
import type { integrationsEn } from './integrations-en.ts';
import type { matchEn } from './match-en.ts';
import type { productsEn } from './products-en.ts';
import type { quotesEn } from './quotes-en.ts';
import type { teamEn } from './team-en.ts';
import type { tryClaimEn } from './try-claim-en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    // Those of the account, of the API, of applications, of imports, of integrations, of the match view, of products, of quotes, of teams and of made-up claims are there as soon as one of their pages is: see add-texts.ts.
    resources: {
      translation: typeof en &
        typeof accountEn &
        typeof apiDocsEn &
        typeof applicationsEn &
        typeof importEn &
        typeof integrationsEn &
        typeof matchEn &
        typeof productsEn &
        typeof quotesEn &
        typeof teamEn &
        typeof tryClaimEn;
    };
  }
}
