import type { AuditActor, AuditLog, AuditValues } from '@snout/core/audit';
import type { BetterAuthOptions } from 'better-auth';

export interface AccountAuditDeps {
  readonly audit: Pick<AuditLog, 'append'>;
  readonly accounts: { idOf(email: string): Promise<string | null> };
}

/** A request as the sign-in library answered it. */
interface Answered {
  readonly path?: string;
  readonly body?: unknown;
  readonly context: { readonly returned?: unknown; readonly session?: { readonly user: { readonly id: string } } | null };
}

export interface AccountAuditing {
  readonly databaseHooks: NonNullable<BetterAuthOptions['databaseHooks']>;
  did(action: string, userId: string): Promise<void>;
  /** A request that was not refused. */
  answered(request: Answered): Promise<void>;
  /** Too many wrong passwords for an address. */
  locked(email: string): Promise<void>;
}

/**
 * Writes down what happens to accounts: ids and names of fields, never addresses or secrets. The entries are the person's own, who reads
 * them like those of any tenant. The library has no transactions of ours: an entry follows right after what it tells of.
 */
export function auditing({ audit, accounts }: AccountAuditDeps): AccountAuditing {
  const write = (userId: string, action: string, more: { readonly actor?: AuditActor; readonly after?: AuditValues } = {}) =>
    audit.append({
      at: new Date(),
      actor: more.actor ?? { kind: 'person', id: userId },
      tenantId: userId,
      action,
      record: { kind: 'account', id: userId },
      requestId: null,
      before: null,
      after: more.after ?? null,
    });
  return {
    did: (action, userId) => write(userId, action),
    databaseHooks: {
      user: { create: { after: async ({ id }) => write(id, 'account-made') } },
      session: {
        create: { after: async ({ userId }, context) => write(userId, 'signed-in', { after: { by: waysIn(context?.path) } }) },
      },
    },
    async answered({ path, body, context: { returned, session } }) {
      const action = ACTIONS[path ?? ''];
      const userId = session?.user.id;
      if (action === undefined || userId === undefined) return;
      const after =
        path === '/update-user' ? { fields: fieldsOf(body) } : passkeyOf(path, path?.endsWith('verify-registration') ? returned : body);
      await write(userId, action, { after: after ?? {} });
    },
    async locked(email) {
      const userId = await accounts.idOf(email);
      if (userId !== null) await write(userId, 'sign-in-locked', { actor: { kind: 'public', id: null } });
    },
  };
}

const ACTIONS: Readonly<Record<string, string>> = {
  '/change-password': 'password-changed',
  '/update-user': 'account-changed',
  '/passkey/verify-registration': 'passkey-added',
  '/passkey/update-passkey': 'passkey-renamed',
  '/passkey/delete-passkey': 'passkey-removed',
};

function waysIn(path: string | undefined): string {
  if (path?.startsWith('/magic-link')) return 'link';
  if (path?.startsWith('/passkey')) return 'passkey';
  return path === '/verify-email' ? 'verified address' : 'password';
}

function fieldsOf(body: unknown): string {
  return typeof body === 'object' && body !== null ? Object.keys(body).sort().join(', ') : '';
}

function passkeyOf(path: string | undefined, from: unknown): AuditValues | null {
  if (!path?.startsWith('/passkey/') || typeof from !== 'object' || from === null || !('id' in from)) return null;
  return { passkeyId: typeof from.id === 'string' ? from.id : null };
}
