import { API_PATHS, apiPath, meSchema, webhookListSchema } from '@snout/contract';
import { type Answer, ask, comeAgain, type Question } from './ask.ts';
import type { Gate } from './gate.ts';
import type { Messages } from './messages.ts';

/** Somebody with an account, a session, and a webhook that is told of everything. */
export interface Person {
  readonly email: string;
  readonly cookie: string;
  /** Path of the webhook at its receiver. */
  readonly hook: string;
}

export interface PersonDeps {
  readonly gate: Gate;
  readonly messages: Messages;
}

const PASSWORD = 'a long password';

/**
 * Makes an account as a person does: signs up, follows the link in the mail, and signs in instead of waiting for ever when no mail came before
 * the service went away. Then adds the webhook. Null: the run ended meanwhile. `signedUp` hears when signing up was acknowledged.
 */
export async function makePerson(deps: PersonDeps, name: string, signedUp: () => void): Promise<Person | null> {
  const email = `${name}@example.org`;
  const cookie = await makeSession(deps, { name, email }, signedUp);
  if (cookie === null) return null;
  const me = await untilAnswered(deps, { path: API_PATHS.me, cookie });
  const tenantId = me?.kind === 'done' ? meSchema.parse(me.body).memberships[0]?.tenant.id : undefined;
  if (tenantId === undefined) return null;
  const hook = `/hooks/${name}`;
  return (await addWebhook(deps, { cookie, tenantId, url: `${deps.messages.webhookOrigin}${hook}` })) ? { email, cookie, hook } : null;
}

async function makeSession(deps: PersonDeps, who: { name: string; email: string }, signedUp: () => void): Promise<string | null> {
  const question = { method: 'POST', path: API_PATHS.signUp, body: { ...who, password: PASSWORD } } as const;
  const answer = await untilAnswered(deps, question);
  if (answer?.kind !== 'done') return null;
  signedUp();
  // The first account, which runs the installation, is signed in at once.
  if (answer.cookie !== '') return answer.cookie;
  for (;;) {
    const isMailed = deps.messages.nextMailTo(who.email);
    if (deps.messages.linkTo(who.email) === undefined) await Promise.race([isMailed, deps.gate.closing()]);
    const url = await deps.gate.urlToBegin();
    if (url === null) return null;
    const cookie = (await followLink(deps, url, who.email)) ?? (await signIn(url, who.email));
    if (cookie !== null) return cookie;
  }
}

/** Null: there is no mail, or its link does not sign in. */
async function followLink({ messages }: PersonDeps, url: string, email: string): Promise<string | null> {
  const link = messages.linkTo(email);
  if (link === undefined) return null;
  const { pathname, search } = new URL(link);
  // A mail that an account is there already leads to the page.
  const answer = pathname.startsWith('/api/') ? await ask(url, { path: `${pathname}${search}` }) : null;
  return answer?.kind === 'done' ? answer.cookie || null : null;
}

/** Asks for another mail, when the address is not verified yet. */
async function signIn(url: string, email: string): Promise<string | null> {
  const answer = await ask(url, { method: 'POST', path: API_PATHS.signIn, body: { email, password: PASSWORD } });
  return answer.kind === 'done' ? answer.cookie : null;
}

/** This creation takes no key: looked for first. */
async function addWebhook(
  deps: PersonDeps,
  { cookie, tenantId, url }: { readonly cookie: string; readonly tenantId: string; readonly url: string },
): Promise<boolean> {
  const path = apiPath(API_PATHS.webhooks, { tenantId });
  for (;;) {
    const listed = await untilAnswered(deps, { path, cookie });
    if (listed === null) return false;
    if (listed.kind === 'done' && webhookListSchema.parse(listed.body).webhooks.some((webhook) => webhook.url === url)) return true;
    await untilAnswered(deps, { method: 'POST', path, cookie, body: { url, events: [], description: '' } }, 1);
  }
}

/** Asks until there is an answer, or `most` times. Null: the run ended. */
async function untilAnswered({ gate }: PersonDeps, question: Question, most = Infinity): Promise<Answer | null> {
  for (let attempt = 0; ; attempt++) {
    const url = await gate.urlToBegin();
    if (url === null) return null;
    const answer = await ask(url, question);
    if (answer.kind === 'refused') throw new Error(`${question.path} was refused: ${answer.text}`);
    if (answer.kind === 'done' || attempt + 1 >= most) return answer;
    if (answer.why === 'unavailable') await comeAgain();
  }
}
