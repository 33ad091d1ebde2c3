import { MOST_PUSH_SUBSCRIPTIONS, type PushSubscriptions, type StoredPushSubscription } from '@snout/core/notifications';
import { type Executor, inTransaction } from './database.ts';

export function createPushSubscriptions(executor: Executor): PushSubscriptions {
  const rows = (from: Executor = executor) =>
    from.selectFrom('push_subscriptions').select(['id', 'person_id', 'endpoint', 'p256dh', 'auth']).orderBy('position');

  return {
    add: ({ id, personId, endpoint, p256dh, auth }) =>
      inTransaction(executor, async (transaction) => {
        await transaction.deleteFrom('push_subscriptions').where('endpoint', '=', endpoint).execute();
        await transaction.insertInto('push_subscriptions').values({ id, person_id: personId, endpoint, p256dh, auth }).execute();
        const kept = rows(transaction).clearSelect().select('id').clearOrderBy().orderBy('position', 'desc');
        await transaction
          .deleteFrom('push_subscriptions')
          .where('person_id', '=', personId)
          .where('id', 'not in', kept.where('person_id', '=', personId).limit(MOST_PUSH_SUBSCRIPTIONS))
          .execute();
      }),
    async of(personId) {
      return (await rows().where('person_id', '=', personId).execute()).map(toSubscription);
    },
    async find(id) {
      const row = await rows().where('id', '=', id).executeTakeFirst();
      return row ? toSubscription(row) : null;
    },
    async remove(id) {
      await executor.deleteFrom('push_subscriptions').where('id', '=', id).execute();
    },
    async removeByEndpoint(personId, endpoint) {
      await executor.deleteFrom('push_subscriptions').where('person_id', '=', personId).where('endpoint', '=', endpoint).execute();
    },
    async forget(personId) {
      await executor.deleteFrom('push_subscriptions').where('person_id', '=', personId).execute();
    },
  };
}

function toSubscription(row: {
  readonly id: string;
  readonly person_id: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}): StoredPushSubscription {
  return { id: row.id, personId: row.person_id, endpoint: row.endpoint, p256dh: row.p256dh, auth: row.auth };
}
