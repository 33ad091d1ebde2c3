import type { ProblemCode } from '@snout/contract';
import {
  addPasskeyRoute,
  changePasswordRoute,
  followSignInLinkRoute,
  followVerificationRoute,
  listPasskeysRoute,
  passkeyOptionsRoute,
  passkeySignInOptionsRoute,
  passkeySignInRoute,
  removePasskeyRoute,
  renamePasskeyRoute,
  requestPasswordResetRoute,
  resetPasswordRoute,
  sendSignInLinkRoute,
  sendVerificationRoute,
  signInRoute,
  signOutRoute,
  signUpRoute,
  updateMeRoute,
} from '@snout/contract/routes';
import type { Context } from 'hono';
import { z } from 'zod';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps, AppEnvironment } from '../app-environment.ts';
import { clientAddress } from '../client-address.ts';
import { ProblemError } from '../problem-error.ts';

type SignInDeps = Pick<AppDeps, 'signIn' | 'clientAddressHeader'>;

/** Hands requests over to the sign-in library, as far as the contract knows them; its refusals become problems. */
export function addSignInRoutes(app: ApiApp, deps: SignInDeps): void {
  const withBody = (context: Context<AppEnvironment>, body: unknown) => answer(context, deps, { body });
  app.openapi(signUpRoute, (context) => withBody(context, context.req.valid('json')));
  app.openapi(signInRoute, (context) => withBody(context, context.req.valid('json')));
  app.openapi(sendSignInLinkRoute, (context) => withBody(context, context.req.valid('json')));
  app.openapi(sendVerificationRoute, (context) => withBody(context, context.req.valid('json')));
  app.openapi(requestPasswordResetRoute, (context) => withBody(context, context.req.valid('json')));
  app.openapi(resetPasswordRoute, (context) => withBody(context, context.req.valid('json')));
  app.openapi(changePasswordRoute, (context) => withBody(context, context.req.valid('json')));
  app.openapi(updateMeRoute, (context) => withBody(context, context.req.valid('json')));
  app.openapi(passkeySignInRoute, (context) => withBody(context, context.req.valid('json')));
  app.openapi(addPasskeyRoute, (context) => withBody(context, context.req.valid('json')));
  app.openapi(removePasskeyRoute, (context) => withBody(context, context.req.valid('json')));
  app.openapi(renamePasskeyRoute, (context) => withBody(context, context.req.valid('json')));
  app.openapi(signOutRoute, (context) => withBody(context, {}));
  app.openapi(followSignInLinkRoute, (context) => answer(context, deps, { query: context.req.valid('query') }));
  app.openapi(followVerificationRoute, (context) => answer(context, deps, { query: context.req.valid('query') }));
  for (const route of [passkeySignInOptionsRoute, passkeyOptionsRoute, listPasskeysRoute]) {
    app.openapi(route, (context) => answer(context, deps, {}));
  }
}

/** `asked`: what the contract let through, and nothing else of the request. */
async function answer(
  context: Context<AppEnvironment>,
  deps: SignInDeps,
  asked: { readonly body?: unknown; readonly query?: Readonly<Record<string, string>> },
): Promise<Response> {
  const { raw } = context.req;
  const url = new URL(raw.url);
  url.search = new URLSearchParams(asked.query).toString();
  const headers = new Headers(raw.headers);
  headers.delete('content-length');
  if (asked.body !== undefined) headers.set('content-type', 'application/json');
  const body = asked.body === undefined ? {} : { body: JSON.stringify(asked.body) };
  const response = await deps.signIn.handle(new Request(url, { method: raw.method, headers, ...body }), clientAddress(context, deps));
  if (response.status < 400) return response;
  throw await refusalOf(response);
}

const refusalSchema = z.object({ code: z.string().optional(), message: z.string().optional() });

async function refusalOf(response: Response): Promise<ProblemError> {
  const { code: reason, message } = refusalSchema.catch({}).parse(await response.json().catch(() => null));
  if (response.status >= 500) throw new Error(`Signing in failed: ${message ?? response.status}`);
  const seconds = Number(response.headers.get('x-retry-after') ?? LOCKED_SECONDS);
  const code: ProblemCode = REASONS[reason ?? ''] ?? CODES[response.status] ?? 'account-request-refused';
  // Why it did not sign in would tell who has an account.
  return new ProblemError(
    code,
    code === 'sign-in-failed' ? undefined : message,
    code === 'too-many-attempts' ? { retryAfterSeconds: seconds } : {},
  );
}

const CODES: Readonly<Record<number, ProblemCode>> = { 401: 'sign-in-failed', 403: 'sign-in-failed', 429: 'too-many-attempts' };
/** Reasons that are told apart, by the sign-in library's names. */
const REASONS: Readonly<Record<string, ProblemCode>> = { SESSION_NOT_FRESH: 'sign-in-again' };
/** A locked address: see LOCKOUT in packages/core. */
const LOCKED_SECONDS = 15 * 60;
