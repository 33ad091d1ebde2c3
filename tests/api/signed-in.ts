import { type Actor, LOCAL_TENANT, type UserActor } from '@snout/core/accounts';
import type { AppDeps } from '@snout/server';

export const OPERATOR: UserActor = {
  kind: 'user',
  id: 'operator',
  email: 'operator@example.org',
  name: 'Operator',
  emailVerified: true,
  isOperator: true,
  memberships: [{ tenant: LOCAL_TENANT, kind: 'personal', name: 'Local', role: 'owner' }],
  sessionId: 'session',
};

/** For tests of something else than accounts: every request is this actor's, and accounts are not asked for anything else. */
export function signedInAs(actor: Actor): Pick<AppDeps, 'signIn' | 'accounts' | 'apiKeys' | 'mail'> {
  const unused = async () => {
    throw new Error('This test has no accounts.');
  };
  return {
    signIn: {
      handle: async () => Response.json([]),
      sessionOf: async () => (actor.kind === 'user' ? { userId: actor.id, sessionId: actor.sessionId } : null),
    },
    accounts: {
      findActor: async () => (actor.kind === 'user' ? actor : null),
      localeOf: unused,
      idOf: unused,
      sessions: async () => [],
      endSession: unused,
      endOtherSessions: unused,
      addOrganisation: unused,
      members: unused,
      setRole: unused,
      removeMember: unused,
      addInvitation: unused,
      invitations: unused,
      withdrawInvitation: unused,
      acceptInvitation: unused,
    },
    apiKeys: {
      findActor: async () => (actor.kind === 'api-key' ? actor : null),
      add: unused,
      list: unused,
      revoke: unused,
    },
    mail: { send: unused },
  };
}
