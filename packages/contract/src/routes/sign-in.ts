import { createRoute, type z } from '@hono/zod-openapi';
import { ANYONE, SIGNED_IN } from '../access.ts';
import { SIGN_IN_FORMS as forms, passkeyListSchema } from '../account.ts';
import { API_PATHS } from '../paths.ts';
import { json, problems } from './answers.ts';

/** The sign-in library's answers: what the page needs of them is their status and their cookies. */
const answer = { description: 'Done.' };
const redirect = { description: 'Signed in or verified; goes on to `callbackURL`, with `?error=` when the link is not good any more.' };
const refusals = problems(
  'invalid-request',
  'cross-site-request',
  'too-many-attempts',
  'sign-in-failed',
  'sign-in-again',
  'account-request-refused',
);

const common = { tags: ['sign-in'], responses: { 200: answer, ...refusals } };
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true as const, content: { 'application/json': { schema } } },
});
const following = { tags: ['sign-in'], request: { query: forms.token }, responses: { 302: redirect, ...refusals } };

export const signUpRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.signUp,
  operationId: 'signUp',
  summary: 'Make an account, with a tenant of its own',
  description:
    'The first account of an installation runs it, counts as verified and is signed in at once. Everybody else gets a mail with a link that ' +
    'verifies the address and signs in. The answer is the same when the address has an account: its owner is told by mail.',
  request: body(forms.signUp),
  'x-access': ANYONE,
});

export const signInRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.signIn,
  operationId: 'signIn',
  summary: 'Sign in with a password',
  description: 'After several wrong passwords, passwords for the address are refused for a while; links and passkeys go on.',
  request: body(forms.signIn),
  'x-access': ANYONE,
});

export const signOutRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.signOut,
  operationId: 'signOut',
  summary: 'End this session',
  'x-access': ANYONE,
});

export const sendSignInLinkRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.sendSignInLink,
  operationId: 'sendSignInLink',
  summary: 'Mail a link that signs in once',
  description: 'The answer is the same whether or not anybody has the address.',
  request: body(forms.emailThenPath),
  'x-access': ANYONE,
});

export const followSignInLinkRoute = createRoute({
  ...following,
  method: 'get',
  path: API_PATHS.followSignInLink,
  operationId: 'followSignInLink',
  summary: 'Where a mailed sign-in link leads',
  'x-access': ANYONE,
});

export const sendVerificationRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.sendVerification,
  operationId: 'sendVerification',
  summary: 'Mail the link that verifies the address again',
  request: body(forms.emailThenPath),
  'x-access': ANYONE,
});

export const followVerificationRoute = createRoute({
  ...following,
  method: 'get',
  path: API_PATHS.followVerification,
  operationId: 'followVerification',
  summary: 'Where a mailed verification link leads',
  'x-access': ANYONE,
});

export const requestPasswordResetRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.requestPasswordReset,
  operationId: 'requestPasswordReset',
  summary: 'Mail a link to set a new password',
  description: 'The link leads to `/reset-password#{token}` of the page. The answer is the same whether or not anybody has the address.',
  request: body(forms.email),
  'x-access': ANYONE,
});

export const resetPasswordRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.resetPassword,
  operationId: 'resetPassword',
  summary: 'Set a new password with the token of a mailed link; ends all sessions',
  request: body(forms.resetPassword),
  'x-access': ANYONE,
});

export const changePasswordRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.changePassword,
  operationId: 'changePassword',
  summary: 'Change the password',
  request: body(forms.changePassword),
  'x-access': SIGNED_IN,
});

export const updateMeRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.updateMe,
  operationId: 'updateMe',
  summary: 'Change the name or the language of mails',
  request: body(forms.updateMe),
  'x-access': SIGNED_IN,
});

export const passkeySignInOptionsRoute = createRoute({
  ...common,
  method: 'get',
  path: API_PATHS.passkeySignInOptions,
  operationId: 'passkeySignInOptions',
  summary: 'Options for navigator.credentials.get',
  'x-access': ANYONE,
});

export const passkeySignInRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.passkeySignIn,
  operationId: 'passkeySignIn',
  summary: 'Sign in with a passkey',
  request: body(forms.passkey),
  'x-access': ANYONE,
});

export const passkeyOptionsRoute = createRoute({
  ...common,
  method: 'get',
  path: API_PATHS.passkeyOptions,
  operationId: 'passkeyOptions',
  summary: 'Options for navigator.credentials.create',
  'x-access': SIGNED_IN,
});

export const addPasskeyRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.addPasskey,
  operationId: 'addPasskey',
  summary: 'Add a passkey',
  request: body(forms.passkey),
  'x-access': SIGNED_IN,
});

export const listPasskeysRoute = createRoute({
  ...common,
  method: 'get',
  path: API_PATHS.passkeys,
  operationId: 'listPasskeys',
  summary: 'Passkeys of the person',
  responses: { 200: json(passkeyListSchema, 'All of them.'), ...refusals },
  'x-access': SIGNED_IN,
});

export const removePasskeyRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.removePasskey,
  operationId: 'removePasskey',
  summary: 'Remove a passkey',
  request: body(forms.id),
  'x-access': SIGNED_IN,
});

export const renamePasskeyRoute = createRoute({
  ...common,
  method: 'post',
  path: API_PATHS.renamePasskey,
  operationId: 'renamePasskey',
  summary: 'Call a passkey something else',
  request: body(forms.passkeyName),
  'x-access': SIGNED_IN,
});
