/** A request that is to be done once, however often it arrives. */
export interface KeyedRequest {
  /** The tenant that owns what is made; null: nobody's. */
  readonly tenantId: string | null;
  /** In whose name the key is good: keys of different askers never meet. */
  readonly asker: string;
  /** SHA-256 of the key, hex. The key itself is not kept. */
  readonly keySha256: string;
  /** Method and path. */
  readonly route: string;
  /** SHA-256 of what was sent, hex. */
  readonly bodySha256: string;
}

/** A request that somebody is doing. Whoever takes it over later gets another `holder`. */
export interface Claim {
  readonly asker: string;
  readonly keySha256: string;
  readonly holder: string;
}

/** Of a claim: until when nobody takes the request over, and what the claim is made of. */
export interface ClaimTerms {
  readonly now: Date;
  readonly until: Date;
  /** Two fresh ids. */
  readonly holder: string;
  readonly creationId: string;
}

/**
 * `claimed`: do it, and then complete or release. `creationId`: an id for what is made, the same in each attempt at the request; `again`:
 * an attempt before ended without a word, and may have made it. `answered`: done before. `under-way`: somebody is doing it. `key-reused`:
 * the key belongs to a request to another route or with another body.
 */
export type ClaimResult =
  | { readonly kind: 'claimed'; readonly claim: Claim; readonly creationId: string; readonly again: boolean }
  | { readonly kind: 'answered'; readonly answer: Uint8Array }
  | { readonly kind: 'under-way' }
  | { readonly kind: 'key-reused' };

/** Requests by key, shared by all processes of the service. Implemented by packages/postgres. */
export interface IdempotentRequests {
  /** Of all who ask for the same at once, one gets the claim. */
  claim(request: KeyedRequest, terms: ClaimTerms): Promise<ClaimResult>;
  /** Keeps the claim until the given time. False: another has it. */
  renew(claim: Claim, until: Date): Promise<boolean>;
  /** From now on the request is answered with this. Nothing happens when another has the claim. */
  complete(claim: Claim, answer: Uint8Array): Promise<void>;
  /** The request did nothing, and the key may be used again. Nothing happens when another has the claim, or it was completed. */
  release(claim: Claim): Promise<void>;
  /** Requests first seen before then; gives their number. */
  removeBefore(time: Date): Promise<number>;
  forgetTenant(tenantId: string): Promise<void>;
  /** Requests in whose asker this id is named. */
  forgetAsker(id: string): Promise<void>;
}
