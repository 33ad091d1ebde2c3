import type { PaymentDeps } from './payment-deps.ts';
import type { ProviderCallback } from './payment-provider.port.ts';
import { type PaymentSettled, settleByReference } from './settle-payment.ts';

/** `heard`: with what came of it; null: it was about no payment that we know, or not yet. */
export type CallbackHeard =
  | { readonly kind: 'heard'; readonly settled: PaymentSettled | null }
  | { readonly kind: 'unknown-provider' }
  | { readonly kind: 'not-genuine' };

/** Somebody says that something happened to a payment. If it is the provider who says so, the provider is asked. @throws PaymentProviderError */
export async function hearCallback(deps: PaymentDeps, providerName: string, callback: ProviderCallback): Promise<CallbackHeard> {
  const provider = [deps.provider, ...(deps.formerProviders ?? [])].find(({ name }) => name === providerName);
  if (provider === undefined) return { kind: 'unknown-provider' };
  const reading = provider.readCallback(callback);
  if (reading.kind === 'not-genuine') return { kind: 'not-genuine' };
  return { kind: 'heard', settled: reading.kind === 'about' ? await settleByReference(deps, providerName, reading.reference) : null };
}
