import { MOST_PUSH_SUBSCRIPTIONS, type PushSubscriptions, type StoredPushSubscription } from '../notifications/index.ts';

export function createInMemoryPushSubscriptions(): PushSubscriptions {
  /** Oldest first. */
  let all: readonly StoredPushSubscription[] = [];
  return {
    async add(subscription) {
      all = [...all.filter(({ endpoint }) => endpoint !== subscription.endpoint), subscription];
      const newest = new Set(all.filter(({ personId }) => personId === subscription.personId).slice(-MOST_PUSH_SUBSCRIPTIONS));
      all = all.filter((other) => other.personId !== subscription.personId || newest.has(other));
    },
    async of(personId) {
      return all.filter((subscription) => subscription.personId === personId);
    },
    async find(id) {
      return all.find((subscription) => subscription.id === id) ?? null;
    },
    async remove(id) {
      all = all.filter((subscription) => subscription.id !== id);
    },
    async removeByEndpoint(personId, endpoint) {
      all = all.filter((subscription) => subscription.personId !== personId || subscription.endpoint !== endpoint);
    },
    async forget(personId) {
      all = all.filter((subscription) => subscription.personId !== personId);
    },
  };
}
