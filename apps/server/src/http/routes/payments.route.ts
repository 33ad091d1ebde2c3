import { hearPaymentCallbackRoute } from '@snout/contract/routes';
import { hearCallback, PaymentProviderError } from '@snout/core/insurance';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps } from '../app-environment.ts';
import { ProblemError } from '../problem-error.ts';
import { limitByAddress } from '../rate-limit.ts';

/** A provider sends several for each payment, from few addresses. */
const CALLBACKS = { most: 600, windowMs: 60_000 };

/** For payment providers, which have no account here. */
export function addPaymentRoutes(app: ApiApp, deps: Pick<AppDeps, 'payments' | 'rateLimits' | 'clientAddressHeader'>): void {
  app.openapi(hearPaymentCallbackRoute, async (context) => {
    await limitByAddress(context, deps, 'payment callback', CALLBACKS);
    const { provider } = context.req.valid('param');
    const log = context.get('log');
    // The signature is over the bytes that came, not over what they mean.
    const callback = { headers: context.req.header(), body: await context.req.text() };
    try {
      const heard = await hearCallback(deps.payments, provider, callback);
      if (heard.kind === 'unknown-provider') throw new ProblemError('not-found');
      if (heard.kind === 'not-genuine') throw new ProblemError('callback-not-genuine');
      if (heard.settled?.kind === 'contradicted')
        log.error({ payment: heard.settled.payment.id }, 'a payment contradicts what its provider says');
    } catch (error) {
      if (!(error instanceof PaymentProviderError)) throw error;
      // Heard all the same: the job asks again, whether the provider says it again or not.
      log.warn({ provider, why: error.message }, 'the provider of a payment could not be asked');
    }
    return context.body(null, 204);
  });
}
