import { RefusedStart } from '../../e2e/running-server.ts';
import { checkStories, idsOfFiles } from './check-stories.ts';
import { createGate, type Gate } from './gate.ts';
import { type Lives, photosOf } from './lives.ts';
import { makeFilesOld } from './make-files-old.ts';
import type { Messages } from './messages.ts';
import { drawMoment, drawStartKill, LONGEST_LIFE_MS, type Moment } from './moment.ts';
import { makePerson, type Person } from './person.ts';
import { drawPhotoPool } from './photo-pool.ts';
import { type Story, tellStories } from './story.ts';
import { createTally, type Tally } from './tally.ts';
import type { Report } from './violation.ts';

/** Clients that are at work at the same time. */
const LANES = 5;

export interface KillOptions {
  readonly lives: Lives;
  readonly messages: Messages;
  readonly kills: number;
  /** 0 to 1. */
  random(): number;
  report(kills: number): Report;
  /** Hears how far it is. */
  said(progress: string): void;
}

/** What happened, besides what was reported. */
export interface KillResult {
  readonly tally: Tally;
  readonly stories: readonly Story[];
  readonly keeper: Person;
  /** Kills by kind of moment. */
  readonly moments: ReadonlyMap<string, number>;
  /** Starts that got ready, ms. */
  readonly startMs: readonly number[];
  /** Requests that a kill cut off, by whether they were done. */
  readonly cutOff: { readonly done: number; readonly notDone: number };
  /** Files that an enrolment or erasure had left when it was killed, and the next start removed. */
  readonly filesRemoved: number;
}

interface Run extends KillOptions {
  readonly gate: Gate;
  readonly stories: Story[];
  readonly moments: Map<string, number>;
  readonly startMs: number[];
  readonly counts: { done: number; notDone: number; filesRemoved: number; kills: number };
  acknowledged(): void;
}

/**
 * Lets clients work and kills the service (SIGKILL) at random moments; after each start it is checked that everything acknowledged is there
 * and nothing half. Then everything that was begun is brought to its end, and the service stopped.
 */
export async function killUnderLoad(options: KillOptions): Promise<KillResult> {
  const pool = await drawPhotoPool();
  const tally = createTally();
  let heard = () => {};
  const run: Run = {
    ...options,
    gate: createGate(),
    stories: [],
    moments: new Map(),
    startMs: [],
    counts: { done: 0, notDone: 0, filesRemoved: 0, kills: 0 },
    acknowledged: () => heard(),
  };
  let current = await ready(run);
  run.gate.open(current.url);
  const keeper = await makePerson(run, 'keeper', () => {});
  if (keeper === null) throw new Error('The keeper has no account.');
  const report: Report = (kind, detail) => options.report(run.counts.kills)(kind, detail);
  const deps = { ...run, keeper, pool, tally, report, acknowledged: run.acknowledged };
  const lanes = Promise.all(Array.from({ length: LANES }, (_, lane) => tellStories(deps, lane, (story) => run.stories.push(story))));

  while (run.counts.kills < options.kills) {
    const moment = drawMoment(options.random);
    await waitFor(moment, (hear) => {
      heard = () => hear('acknowledged');
      options.messages.listen(hear);
    });
    heard = () => {};
    run.gate.close();
    const parked = run.gate.parked(LANES);
    await current.end('SIGKILL');
    killed(run, moment.kind);
    await parked;
    current = await startAgain(run, report);
    const cutOff = await checkStories({ url: current.url, keeper, report, folder: run.lives.folder }, run.stories);
    run.counts.done += cutOff.done;
    run.counts.notDone += cutOff.notDone;
    options.said(`${run.counts.kills} of ${options.kills} kills, ${run.stories.length} people`);
    run.gate.open(current.url);
  }
  run.gate.finish();
  await lanes;
  await current.end('SIGTERM');
  const { done, notDone, filesRemoved } = run.counts;
  return { tally, stories: run.stories, keeper, moments: run.moments, startMs: run.startMs, cutOff: { done, notDone }, filesRemoved };
}

type Life = Awaited<ReturnType<Lives['begin']>['ready']>;

async function ready(run: Run): Promise<Life> {
  const began = performance.now();
  const life = await run.lives.begin().ready;
  run.startMs.push(performance.now() - began);
  return life;
}

/** After a kill; sometimes it is killed again before it is ready. Files are as if the start came an hour later: it removes those of nobody. */
async function startAgain(run: Run, report: Report): Promise<Life> {
  for (;;) {
    await makeFilesOld(photosOf(run.lives));
    const before = (await idsOfFiles(photosOf(run.lives))).length;
    const killedAfter = run.counts.kills < run.kills ? drawStartKill(run.random) : null;
    if (killedAfter !== null) {
      const life = run.lives.begin();
      await Promise.race([new Promise((resolve) => setTimeout(resolve, killedAfter)), life.ready.catch(() => {})]);
      await life.end('SIGKILL');
      killed(run, 'starting');
      continue;
    }
    const life = await ready(run).catch((error: unknown) => {
      if (error instanceof RefusedStart) report('start-refused', error.message);
      throw error;
    });
    run.counts.filesRemoved += before - (await idsOfFiles(photosOf(run.lives))).length;
    return life;
  }
}

function killed({ counts, moments, messages }: Run, kind: string): void {
  counts.kills++;
  messages.begin(counts.kills);
  moments.set(kind, (moments.get(kind) ?? 0) + 1);
}

/** Resolves at the moment. `listen` gets who hears of what happens meanwhile, and says whether this is the moment. */
function waitFor(moment: Moment, listen: (hear: (what: Moment['kind']) => boolean) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, moment.kind === 'working' ? moment.afterMs : LONGEST_LIFE_MS);
    listen((what) => {
      if (what !== moment.kind) return false;
      clearTimeout(timer);
      resolve();
      return true;
    });
  });
}
