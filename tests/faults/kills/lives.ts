import { join } from 'node:path';
import { beginServer, type StartingServer } from '../../e2e/running-server.ts';
import { CLIENT_ADDRESS_HEADER } from './ask.ts';
import type { Messages } from './messages.ts';

/** A service that is killed and started again, on the same data. */
export interface Lives {
  readonly folder: string;
  /** Null: an own database in the folder. */
  readonly databaseUrl: string | null;
  /** Begins a life. */
  begin(): StartingServer;
}

export function createLives(options: { readonly folder: string; readonly databaseUrl: string | null; readonly messages: Messages }): Lives {
  const { folder, databaseUrl, messages } = options;
  const settings = {
    SNOUT_DATA: folder,
    SNOUT_LOG_LEVEL: 'warn',
    SNOUT_CLIENT_ADDRESS_HEADER: CLIENT_ADDRESS_HEADER,
    SNOUT_OUTBOUND_ALLOW: '127.0.0.1/32',
    SMTP_URL: messages.smtpUrl,
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  };
  return { folder, databaseUrl, begin: () => beginServer(settings) };
}

export function photosOf({ folder }: Pick<Lives, 'folder'>): string {
  return join(folder, 'photos');
}
