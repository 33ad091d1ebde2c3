/** What a run has asked for and must therefore find. */
export interface Tally {
  /** Webhooks that must come, and how many of each. */
  readonly webhooks: ReadonlyMap<string, number>;
  /** Mails that must come, by address. */
  readonly mails: ReadonlyMap<string, number>;
  /** Addresses to which more mails may come than must. */
  readonly askedAgain: ReadonlySet<string>;
  /** Acknowledged requests by kind, and how many of them a kill had cut off before. */
  readonly requests: ReadonlyMap<string, { readonly acknowledged: number; readonly cutOff: number }>;
  expectWebhook(about: string): void;
  expectMail(to: string): void;
  /** Who signed up may ask for the mail again by signing in. */
  signedUp(address: string): void;
  count(kind: string, attempts: number): void;
}

export function createTally(): Tally {
  const webhooks = new Map<string, number>();
  const mails = new Map<string, number>();
  const askedAgain = new Set<string>();
  const requests = new Map<string, { readonly acknowledged: number; readonly cutOff: number }>();
  const raise = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const count = (kind: string, attempts: number) => {
    const before = requests.get(kind) ?? { acknowledged: 0, cutOff: 0 };
    requests.set(kind, { acknowledged: before.acknowledged + 1, cutOff: before.cutOff + (attempts > 1 ? 1 : 0) });
  };
  return {
    webhooks,
    mails,
    askedAgain,
    requests,
    expectWebhook: (about) => raise(webhooks, about),
    expectMail: (to) => raise(mails, to),
    signedUp(address) {
      mails.set(address, 1);
      askedAgain.add(address);
      count('sign up', 1);
    },
    count,
  };
}
