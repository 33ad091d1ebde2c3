import { setTimeout as wait } from 'node:timers/promises';
import * as routes from '@snout/contract/routes';
import type { Claim, ClaimResult, IdempotentRequests, KeyedRequest } from '@snout/core/idempotency';
import type { Clock, Ids } from '@snout/core/recognition';
import type { Context, MiddlewareHandler } from 'hono';
import { creationSecret, lookupHash, openAnswer, sealAnswer } from '../answer-vault.ts';
import type { ApiApp } from '../api-app.ts';
import type { AppEnvironment } from '../app-environment.ts';
import { bodyFingerprint } from '../body-fingerprint.ts';
import { ProblemError } from '../problem-error.ts';

export interface IdempotencyDeps {
  readonly requests: IdempotentRequests;
  readonly clock: Clock;
  readonly ids: Ids;
  /** In whose name a request is made. */
  askerOf(context: Context<AppEnvironment>): Pick<KeyedRequest, 'tenantId' | 'asker'>;
}

/** A process that died holds its requests for so long; a living one says so again three times meanwhile. */
const CLAIM_MS = 30_000;
/** A second request waits for the answer of the first: longer than a claim without its holder. */
const PATIENCE_MS = CLAIM_MS + 5_000;
const LOOK_AGAIN_MS = 250;

/**
 * Each route whose definition takes an Idempotency-Key is done once for a key (draft-ietf-httpapi-idempotency-key-header). A good answer
 * is kept and sent again; after any other the key is free, since nothing was made.
 */
export function addIdempotency(app: ApiApp, deps: IdempotencyDeps): void {
  for (const route of Object.values(routes)) {
    const headers = 'request' in route && 'headers' in route.request ? route.request.headers : undefined;
    if (headers === undefined || !('idempotency-key' in headers.shape)) continue;
    app.on(route.method.toUpperCase(), route.getRoutingPath(), async (context, next) => {
      const parsed = headers.safeParse(context.req.header());
      // Without a key it is done as often as it is asked for; a bad key is refused where all of the request is checked.
      if (!parsed.success || parsed.data['idempotency-key'] === undefined) return next();
      return once(deps, context, { key: parsed.data['idempotency-key'], next });
    });
  }
}

interface Asked {
  readonly key: string;
  readonly next: Parameters<MiddlewareHandler>[1];
}

async function once(deps: IdempotencyDeps, context: Context<AppEnvironment>, { key, next }: Asked): Promise<Response | undefined> {
  const request: KeyedRequest = {
    ...deps.askerOf(context),
    keySha256: lookupHash(key),
    route: `${context.req.method} ${context.req.path}`,
    bodySha256: await bodyFingerprint(context.req),
  };
  const result = await claimOrWait(deps, request, context.req.raw.signal);
  switch (result.kind) {
    case 'key-reused':
      throw new ProblemError('idempotency-key-reused');
    case 'under-way':
      throw new ProblemError('busy', 'The same request is still under way.');
    case 'answered': {
      const { status, headers, body } = openAnswer(result.answer, key);
      return new Response(status === 204 ? null : body, { status, headers: { ...headers, 'idempotency-replayed': 'true' } });
    }
    case 'claimed': {
      context.set('creation', { id: result.creationId, secret: creationSecret(key, result.creationId), again: result.again });
      await doAndKeep(deps, context, { key, next, claim: result.claim });
      return undefined;
    }
  }
}

async function claimOrWait(deps: IdempotencyDeps, request: KeyedRequest, signal: AbortSignal): Promise<ClaimResult> {
  for (let waited = 0; ; waited += LOOK_AGAIN_MS) {
    const now = deps.clock.now();
    const terms = { now, until: later(now), holder: deps.ids.next(), creationId: deps.ids.next() };
    const result = await deps.requests.claim(request, terms);
    if (result.kind !== 'under-way' || waited >= PATIENCE_MS || signal.aborted) return result;
    // Rejects when the caller goes away: the loop ends above.
    await wait(LOOK_AGAIN_MS, undefined, { signal }).catch(() => {});
  }
}

async function doAndKeep(
  { requests, clock }: IdempotencyDeps,
  context: Context<AppEnvironment>,
  { key, next, claim }: Asked & { readonly claim: Claim },
): Promise<void> {
  const log = context.get('log');
  const renewing = setInterval(() => {
    requests.renew(claim, later(clock.now())).catch((error) => log.warn({ err: error }, 'a claim on a request was not renewed'));
  }, CLAIM_MS / 3);
  renewing.unref();
  try {
    await next();
  } finally {
    clearInterval(renewing);
  }
  try {
    if (context.res.ok) await requests.complete(claim, sealAnswer(await keptAnswer(context.res), key));
    else await requests.release(claim);
  } catch (error) {
    // What was asked for is done, or not, and the caller learns it; the claim runs out by itself.
    log.warn({ err: error }, 'the answer of a request with a key was not kept');
  }
}

async function keptAnswer(response: Response) {
  const headers: Record<string, string> = {};
  for (const name of ['content-type', 'location']) {
    const value = response.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  return { status: response.status, headers, body: await response.clone().text() };
}

function later(now: Date): Date {
  return new Date(now.getTime() + CLAIM_MS);
}
