import { randomBytes } from 'node:crypto';
import { hearCallback, type PaymentDeps, payPolicy, type Reconciled } from '@snout/core/insurance';
import type { Clock, Ids } from '@snout/core/recognition';
import { createSandboxPaymentProvider } from '@snout/payments';
import { createPaymentUnits, createSandboxPaymentStore, createServiceSecrets, type Database } from '@snout/postgres';
import type { Config } from './config.ts';
import type { SandboxDesk } from './http/routes/sandbox-payments.route.ts';
import type { Logger } from './logger.ts';

/** Payments by the provider that is set, and those of others from before. */
export interface ComposedPayments {
  readonly deps: PaymentDeps;
  /** Only while the sandbox takes payments: what it began before must not be paid by a click once money moves. */
  readonly desk: { readonly sandboxDesk?: SandboxDesk };
  /** What the job that reconciles them found. */
  tell(reconciled: Reconciled): void;
}

interface PaymentSources {
  readonly config: Pick<Config, 'payments' | 'publicUrl'>;
  readonly database: Database;
  readonly log: Logger;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Part of the composition root. */
export async function composePayments({ config, database, log, clock, ids }: PaymentSources): Promise<ComposedPayments> {
  const { db } = database;
  const sandbox = createSandboxPaymentProvider({
    ...{ store: createSandboxPaymentStore(db), clock, ids, callbacks: [0] },
    secret: await createServiceSecrets(db).getOrMake('sandbox-payments', () => randomBytes(32).toString('base64url')),
    payUrl: (reference) => `${config.publicUrl}/sandbox-payments/${reference}`,
    sendCallback(afterMs, make) {
      const send = () =>
        hearCallback(deps, sandbox.name, make()).catch((error: unknown) => log.warn({ err: error }, 'a sandbox callback failed'));
      setTimeout(send, afterMs).unref();
    },
  });
  const { provider, stripe: keys } = config.payments;
  const stripe = keys && (await openStripe({ ...keys, clock }));
  const isStripe = provider === 'stripe' && stripe !== null;
  const deps: PaymentDeps = {
    ...createPaymentUnits(database),
    ...{ clock, ids },
    provider: isStripe ? stripe : sandbox,
    formerProviders: isStripe || stripe === null ? [sandbox] : [stripe],
    onPaid: async (unit, payment) => {
      const outcome = await payPolicy(unit, payment);
      if (outcome === 'not-due') log.warn({ payment: payment.id }, 'a payment came when nothing was due any more, and is paid back');
    },
  };
  return {
    deps,
    desk: isStripe ? {} : { sandboxDesk: sandbox },
    tell({ contradicted, failed }) {
      if (contradicted.length > 0) log.error({ payments: contradicted }, 'payments contradict what their provider says');
      if (failed.length > 0) log.warn({ payments: failed }, 'the providers of payments could not be asked');
    },
  };
}

/** Loaded only where it is set: it takes 36 MB of memory. */
async function openStripe(settings: { readonly secretKey: string; readonly webhookSecret: string; readonly clock: Clock }) {
  const { createStripePaymentProvider } = await import('@snout/payments/stripe');
  return createStripePaymentProvider(settings);
}
