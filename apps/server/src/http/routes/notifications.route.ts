import {
  mailPreferencesRoute,
  pushKeyRoute,
  setMailPreferenceRoute,
  subscribePushRoute,
  unsubscribePushRoute,
} from '@snout/contract/routes';
import { OPTIONAL_MAIL_KINDS } from '@snout/core/notifications';
import type { ApiApp } from '../api-app.ts';
import type { AppDeps } from '../app-environment.ts';
import { writeDown } from '../audited.ts';
import { personOf } from '../signed-in.ts';

/** How the person who is signed in wants to be told of things. */
export function addNotificationRoutes(
  app: ApiApp,
  deps: Pick<AppDeps, 'mailPreferences' | 'push' | 'ids' | 'accountsUnitOfWork' | 'clock'>,
): void {
  const { mailPreferences, push, ids } = deps;

  app.openapi(mailPreferencesRoute, async (context) => {
    const unwanted = await mailPreferences.unwanted(personOf(context).id);
    return context.json({ mails: OPTIONAL_MAIL_KINDS.map((kind) => ({ kind, isWanted: !unwanted.includes(kind) })) }, 200);
  });

  app.openapi(setMailPreferenceRoute, async (context) => {
    const { isWanted } = context.req.valid('json');
    const { id } = personOf(context);
    const { mailKind } = context.req.valid('param');
    await deps.accountsUnitOfWork.run(async (stores) => {
      await stores.mailPreferences.set(id, mailKind, isWanted);
      const done = { tenant: id, action: 'mails-chosen', record: { kind: 'account', id }, after: { [mailKind]: isWanted } };
      await writeDown(context, { ...stores, at: deps.clock.now() }, done);
    });
    return context.body(null, 204);
  });

  app.openapi(pushKeyRoute, (context) => context.json({ publicKey: push.publicKey }, 200));

  app.openapi(subscribePushRoute, async (context) => {
    const { endpoint, keys } = context.req.valid('json');
    await push.subscriptions.add({ ...keys, endpoint, id: ids.next(), personId: personOf(context).id });
    return context.body(null, 204);
  });

  app.openapi(unsubscribePushRoute, async (context) => {
    await push.subscriptions.removeByEndpoint(personOf(context).id, context.req.valid('json').endpoint);
    return context.body(null, 204);
  });
}
