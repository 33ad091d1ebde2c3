import { newKey } from '../upload/new-key.ts';

/** Something is made once, also when the network repeats the request. */
export const making = (json: unknown) => ({ method: 'POST', json, headers: { 'idempotency-key': newKey() } }) as const;
