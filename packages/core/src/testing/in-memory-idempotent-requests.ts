import type { Claim, IdempotentRequests, KeyedRequest } from '../idempotency/index.ts';

interface Row extends KeyedRequest {
  readonly creationId: string;
  readonly createdAt: Date;
  holder: string;
  until: Date;
  answer: Uint8Array | null;
}

export function createInMemoryIdempotentRequests(): IdempotentRequests {
  const rows = new Map<string, Row>();
  const keyOf = ({ asker, keySha256 }: Pick<Row, 'asker' | 'keySha256'>) => `${asker} ${keySha256}`;
  const held = (claim: Claim): Row | null => {
    const row = rows.get(keyOf(claim));
    return row?.holder === claim.holder && row.answer === null ? row : null;
  };
  const removeWhere = (which: (row: Row) => boolean) => {
    const gone = [...rows].filter(([, row]) => which(row));
    for (const [key] of gone) rows.delete(key);
    return gone.length;
  };
  return {
    async claim(request, { now, until, holder, creationId }) {
      const { asker, keySha256 } = request;
      const claim = { asker, keySha256, holder };
      const row = rows.get(keyOf(request));
      if (!row) {
        rows.set(keyOf(request), { ...request, creationId, holder, until, createdAt: now, answer: null });
        return { kind: 'claimed', claim, creationId, again: false };
      }
      if (row.route !== request.route || row.bodySha256 !== request.bodySha256) return { kind: 'key-reused' };
      if (row.answer) return { kind: 'answered', answer: row.answer };
      if (row.until > now) return { kind: 'under-way' };
      row.holder = holder;
      row.until = until;
      return { kind: 'claimed', claim, creationId: row.creationId, again: true };
    },
    async renew(claim, until) {
      const row = held(claim);
      if (row) row.until = until;
      return row !== null;
    },
    async complete(claim, answer) {
      const row = held(claim);
      if (row) row.answer = answer;
    },
    async release(claim) {
      if (held(claim)) rows.delete(keyOf(claim));
    },
    removeBefore: async (time) => removeWhere(({ createdAt }) => createdAt < time),
    async forgetTenant(tenantId) {
      removeWhere((row) => row.tenantId === tenantId);
    },
    async forgetAsker(id) {
      removeWhere((row) => row.asker.includes(id));
    },
  };
}
