import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_PATHS, identificationSchema } from '@snout/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres } from '../../tools/find-postgres.mjs';
import { startPostgresCluster } from '../../tools/postgres-cluster.mjs';
import { drawnJpeg } from '../e2e/drawn-jpeg.ts';
import { ask, comeAgain } from './kills/ask.ts';
import { checkMessages } from './kills/check-messages.ts';
import { checkRows } from './kills/check-rows.ts';
import { checkStories } from './kills/check-stories.ts';
import { createGate, type Gate } from './kills/gate.ts';
import { createLives, photosOf } from './kills/lives.ts';
import { makeFilesOld } from './kills/make-files-old.ts';
import { type Receipt, startMessages } from './kills/messages.ts';
import { makePerson, type Person } from './kills/person.ts';
import { drawPhotoPool } from './kills/photo-pool.ts';
import { settle, withDatabase } from './kills/settle.ts';
import { enrol } from './kills/steps.ts';
import { beginStory, perform, type Story, tellStories } from './kills/story.ts';
import { createTally } from './kills/tally.ts';

const RESTARTS = 2;
const LANES = 4;
/** Acknowledged requests between two restarts, so that each comes in the middle of work. */
const BETWEEN = 8;

const postgres = findPostgres();

describe('the service whose PostgreSQL server is restarted under load', () => {
  if (!postgres?.hasVector) {
    // biome-ignore lint/suspicious/noSkippedTests: there is no server on every machine; skipped aloud
    it.skip('skipped: PostgreSQL with pgvector is not installed (tools/install-postgres.mjs)', () => {});
    return;
  }
  let cluster: Awaited<ReturnType<typeof startPostgresCluster>>;
  let folder: string;
  beforeAll(async () => {
    // A commit that was acknowledged must be on disk: what the throw-away server otherwise does without.
    cluster = await startPostgresCluster({ bin: postgres.bin, settings: { synchronous_commit: 'on', fsync: 'on' } });
    folder = await mkdtemp(join(tmpdir(), 'snout-restarts-'));
  });
  afterAll(async () => {
    await cluster?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('does what it says or asks to come again, loses nothing acknowledged, and goes on with its jobs', { timeout: 900_000 }, async () => {
    const [messages, pool, tally, gate] = [await startMessages(), await drawPhotoPool(), createTally(), createGate()];
    const lives = createLives({ folder, databaseUrl: cluster.url, messages });
    const life = await lives.begin().ready;
    gate.open(life.url);
    const keeper = await makePerson({ gate, messages }, 'keeper', () => {});
    const searcher = await makePerson({ gate, messages }, 'searcher', () => tally.signedUp('searcher@example.org'));
    if (keeper === null || searcher === null) throw new Error('There is no account.');

    const violations: string[] = [];
    const report = (kind: string, detail: string) => {
      // Allowed: an answer that was given and could not be kept meanwhile (whoever repeats the request is answered anew), and a job of a
      // delivery that was made and whose end could not be written down: it is taken up within about a minute, and does nothing.
      if (!/^(a request with a key|a job: deliver-webhook (created|active))/.test(detail)) violations.push(`${kind}: ${detail}`);
    };
    const [acknowledged, unavailable] = [createCounter(), createCounter()];
    const heard = { acknowledged: acknowledged.hear, unavailable: unavailable.hear };
    const deps = { gate, messages, keeper, pool, tally, report, random: Math.random, ...heard };
    const sought = beginStory(searcher);
    await perform(deps, sought, enrol({ person: searcher, keeper, world: sought.world, pool, ids: sought.ids }, 'sought', 2));
    const stories: Story[] = [sought];
    const lanes = Promise.all(Array.from({ length: LANES }, (_, lane) => tellStories(deps, lane, (story) => stories.push(story))));
    const search = searchAlways(gate, searcher, unavailable.hear);
    for (let restart = 0; restart < RESTARTS; restart++) {
      await acknowledged.next(BETWEEN);
      await cluster.stop();
      await unavailable.next(LANES);
      await cluster.start();
    }
    await acknowledged.next(BETWEEN);
    gate.finish();
    await lanes;
    const { right, wrong } = await search;
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(0);

    // The next start removes what requests left whose outcome nobody knew.
    await life.end('SIGTERM');
    await makeFilesOld(photosOf(lives));
    await settle(lives, { messages, tally });
    const after = await lives.begin().ready;
    await checkStories({ url: after.url, keeper, report, folder }, stories, { isThorough: true });
    await after.end('SIGTERM');
    // What was sent while it could not be written down is sent again, with the same id.
    checkMessages(eachOfItsLife(messages.webhooks), { expected: tally.webhooks }, report);
    checkMessages(eachOfItsLife(messages.mails), { expected: tally.mails, atLeast: tally.askedAgain }, report);
    await withDatabase(lives, (database) => checkRows(database, photosOf(lives), report));
    await messages.close();
    expect(violations).toEqual([]);
  });
});

function eachOfItsLife(receipts: readonly Receipt[]): readonly Receipt[] {
  return receipts.map((receipt, life) => ({ ...receipt, life }));
}

/** Somebody waits for so many more of something. */
function createCounter() {
  let left = 0;
  let reached = () => {};
  return {
    hear() {
      left--;
      if (left === 0) reached();
    },
    next: (count: number) =>
      new Promise<void>((resolve) => {
        left = count;
        reached = resolve;
      }),
  };
}

/** Searches, one after the other, for the animal of a pool's first photos (photo-pool.ts): it is never answered as if nobody knew it. */
async function searchAlways(
  gate: Gate,
  { cookie }: Person,
  unavailable: () => void,
): Promise<{ readonly right: number; readonly wrong: readonly string[] }> {
  const photo = await drawnJpeg('rex', 'dog', 1);
  const wrong: string[] = [];
  let right = 0;
  for (let url = await gate.urlToBegin(); url !== null; url = await gate.urlToBegin()) {
    const body = new FormData();
    body.append('photos', photo);
    const answer = await ask(url, { method: 'POST', path: API_PATHS.identify, cookie, body });
    if (answer.kind === 'unknown') {
      unavailable();
      await comeAgain();
    } else if (answer.kind === 'refused') wrong.push(`${answer.status} ${answer.text}`);
    else if (firstFound(answer.body) === 'sought') right++;
    else wrong.push(JSON.stringify(answer.body));
  }
  return { right, wrong };
}

function firstFound(body: unknown): string | undefined {
  const [seen] = identificationSchema.parse(body).photos;
  return seen?.kind === 'identified' ? seen.heads[0]?.verdict.candidates[0]?.pet.name : undefined;
}
