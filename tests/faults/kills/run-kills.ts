import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@snout/postgres';
import { checkMessages } from './check-messages.ts';
import { checkRows } from './check-rows.ts';
import { checkStories } from './check-stories.ts';
import { type KillResult, killUnderLoad } from './kill-under-load.ts';
import { createLives, type Lives, photosOf } from './lives.ts';
import { type Messages, startMessages } from './messages.ts';
import { settle, withDatabase } from './settle.ts';
import type { Report, Violation } from './violation.ts';

export interface KillsOptions {
  readonly kills: number;
  /** Of an empty database; null: an own one, embedded. */
  readonly databaseUrl: string | null;
  said(progress: string): void;
  /** Called when all is done, the service is stopped, and it was not checked for the last time yet: proves that the checks see what is wrong. */
  readonly damage?: (database: Database, lives: Lives) => Promise<void>;
}

export interface KillsOutcome extends KillResult {
  readonly violations: readonly Violation[];
  readonly webhooks: { readonly received: number; readonly repeated: number };
  readonly mails: { readonly received: number; readonly repeated: number };
}

/** The whole run in a temporary folder: load and kills, what is left to do, and the last checks. */
export async function runKills(options: KillsOptions): Promise<KillsOutcome> {
  const { kills, databaseUrl, said, damage } = options;
  const folder = await mkdtemp(join(tmpdir(), 'snout-kills-'));
  const messages = await startMessages();
  const violations: Violation[] = [];
  const report = (after: number) => (kind: Violation['kind'], detail: string) => {
    violations.push({ kind, kills: after, detail });
    said(`VIOLATION ${kind}: ${detail}`);
  };
  try {
    const lives = createLives({ folder, databaseUrl, messages });
    const result = await killUnderLoad({ lives, messages, kills, random: Math.random, report, said });
    await settle(lives, { messages, tally: result.tally });
    if (damage) await withDatabase(lives, (database) => damage(database, lives));
    await checkService(lives, result, report(kills));
    await withDatabase(lives, (database) => checkRows(database, photosOf(lives), report(kills)));
    return { ...result, violations, ...checkedMessages(messages, result, report(kills)) };
  } finally {
    await messages.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** All that was acknowledged, as the service says it. */
async function checkService(lives: Lives, { keeper, stories }: KillResult, report: Report): Promise<void> {
  const life = await lives.begin().ready;
  await checkStories({ url: life.url, keeper, report, folder: lives.folder }, stories, { isThorough: true });
  await life.end('SIGTERM');
}

function checkedMessages({ webhooks, mails }: Messages, { tally }: KillResult, report: Report) {
  const hooks = checkMessages(webhooks, { expected: tally.webhooks }, report);
  const letters = checkMessages(mails, { expected: tally.mails, atLeast: tally.askedAgain }, report);
  return { webhooks: { received: webhooks.length, ...hooks }, mails: { received: mails.length, ...letters } };
}
