import type { MailPreferences, OptionalMailKind } from '../notifications/index.ts';

export function createInMemoryMailPreferences(): MailPreferences {
  const unwanted = new Map<string, Set<OptionalMailKind>>();
  return {
    async unwanted(personId) {
      return [...(unwanted.get(personId) ?? [])].sort();
    },
    async set(personId, kind, wanted) {
      const kinds = unwanted.get(personId) ?? new Set();
      if (wanted) kinds.delete(kind);
      else kinds.add(kind);
      unwanted.set(personId, kinds);
    },
    async forget(personId) {
      unwanted.delete(personId);
    },
  };
}
