import { beforeEach, describe, expect, it } from 'vitest';
import type { SandboxPayment, SandboxPaymentStore } from '../insurance/index.ts';

const PAYMENT: SandboxPayment = {
  ...{ key: 'key', reference: 'sandbox-1', amount: 3_000_000_000, currency: 'HKD', description: 'A policy 🐕' },
  ...{ returnUrl: 'https://snout.example/p', state: 'open', decline: null, refunds: [] },
  expiresAt: new Date('2027-02-11T00:00:00.000Z'),
};

/** The contract of the SandboxPaymentStore port. `create` gives an empty store. */
export function describeSandboxPaymentStore(name: string, create: () => Promise<SandboxPaymentStore>): void {
  describe(`sandbox payment store: ${name}`, () => {
    let store: SandboxPaymentStore;
    beforeEach(async () => {
      store = await create();
    });

    it('keeps one payment for a key, as it was given', async () => {
      const others = ['sandbox-2', 'sandbox-3'].map((reference) => ({ ...PAYMENT, reference }));
      const kept = await Promise.all([PAYMENT, ...others].map((payment) => store.add(payment)));
      const [first] = kept;
      expect(kept).toEqual([first, first, first]);
      expect(await store.find(first?.reference ?? '')).toEqual({ ...PAYMENT, reference: first?.reference });
      const found = await Promise.all(['sandbox-1', 'sandbox-2', 'sandbox-3', 'none'].map((reference) => store.find(reference)));
      expect(found.filter((payment) => payment !== null)).toHaveLength(1);
    });

    it('changes a payment while it is open', async () => {
      await store.add(PAYMENT);
      expect(await store.change('sandbox-1', { state: 'open', decline: 'card_declined' })).toBe(true);
      const changes = await Promise.all((['paid', 'expired'] as const).map((state) => store.change('sandbox-1', { state, decline: null })));
      expect(changes.sort()).toEqual([false, true]);
      expect(await store.find('sandbox-1')).toMatchObject({ state: expect.stringMatching(/^(paid|expired)$/), decline: null });
    });

    it('keeps refunds by their keys, and never more than the amount', async () => {
      await store.add(PAYMENT);
      const refund = (key: string, amount = 2_000_000_000) => store.addRefund('sandbox-1', { key, amount, state: 'pending' });
      const added = await Promise.all([refund('a'), refund('b'), refund('a')]);
      expect(added.filter((one) => one === 'more-than-left').length).toBeGreaterThan(0);
      const { refunds = [] } = (await store.find('sandbox-1')) ?? {};
      expect(refunds).toHaveLength(1);
      const key = refunds[0]?.key ?? '';
      expect(await refund(key, 1)).toEqual(refunds[0]);
      expect(await store.endRefund('sandbox-1', { key, state: 'refused' })).toBe(true);
      expect(await store.endRefund('sandbox-1', { key, state: 'refunded' })).toBe(false);
      expect(await refund('c', 3_000_000_000)).toMatchObject({ key: 'c' });
      expect((await store.find('sandbox-1'))?.refunds.map(({ state }) => state)).toEqual(['refused', 'pending']);
    });
  });
}
