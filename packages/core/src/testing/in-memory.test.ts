import { createFixedClock } from './fixed-clock-and-ids.ts';
import { createInMemoryApplications } from './in-memory-applications.ts';
import { createInMemoryAuditLog } from './in-memory-audit-log.ts';
import { createInMemoryGallery } from './in-memory-gallery.ts';
import { createInMemoryImports } from './in-memory-imports.ts';
import { createInMemoryJobs } from './in-memory-jobs.ts';
import { createInMemoryMailPreferences } from './in-memory-mail-preferences.ts';
import { createInMemoryPayments } from './in-memory-payments.ts';
import { createInMemoryPhotoStore } from './in-memory-photo-store.ts';
import { createInMemoryPolicies } from './in-memory-policies.ts';
import { createInMemoryProducts } from './in-memory-products.ts';
import { createInMemoryPushSubscriptions } from './in-memory-push-subscriptions.ts';
import { createInMemorySandboxPayments } from './in-memory-sandbox-payments.ts';
import { createInMemoryWebhooks } from './in-memory-webhooks.ts';
import {
  describeApplicationStore,
  describeAuditLog,
  describeGallery,
  describeImportStore,
  describeJobs,
  describeNotificationStores,
  describePayments,
  describePhotoStore,
  describePolicyStore,
  describeProductStore,
  describeSandboxPaymentStore,
  describeWebhookStore,
  INSURANCE_TENANTS,
} from './suites.ts';

describeGallery('in memory', async () => ({ gallery: createInMemoryGallery(), close: async () => {} }));
describePhotoStore('in memory', async () => ({ store: createInMemoryPhotoStore(createFixedClock()), close: async () => {} }));
describeJobs('in memory', async (registry) => ({ jobs: createInMemoryJobs(registry, createFixedClock()), close: async () => {} }));
describeImportStore('in memory', async () => createInMemoryImports());
describeAuditLog('in memory', async () => createInMemoryAuditLog());
describeNotificationStores('in memory', async () => ({
  preferences: createInMemoryMailPreferences(),
  subscriptions: createInMemoryPushSubscriptions(),
}));
describeWebhookStore('in memory', async () => createInMemoryWebhooks());
describeApplicationStore('in memory', async () => createInMemoryApplications());
describePayments('in memory', async () => createInMemoryPayments());
describePolicyStore('in memory', async () => createInMemoryPolicies());
describeSandboxPaymentStore('in memory', async () => createInMemorySandboxPayments());
describeProductStore('in memory', async () => {
  const [mutual, tail] = INSURANCE_TENANTS;
  return createInMemoryProducts(
    new Map([
      [mutual, 'Paw Mutual'],
      [tail, 'Tail Re'],
    ]),
  );
});
