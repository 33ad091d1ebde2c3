import { randomUUID } from 'node:crypto';
import type { AnyJob, EnqueueOptions, JobKind, JobOutcome, JobQueue, JobRegistry, JobRunner } from '@snout/core/jobs';
import { sql } from 'kysely';
import { type ConstructorOptions, fromKysely, fromPglite, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Database, Executor } from './database.ts';

export interface OpenJobs {
  readonly database: Pick<Database, 'db' | 'connection'>;
  readonly registry: JobRegistry;
  /** Hears how each attempt ended, and of faults of the queue itself. Without it nobody does. */
  readonly report?: {
    ended(outcome: JobOutcome): void;
    fault(error: Error): void;
  };
}

/** The queue on its own, and as part of a unit of work. */
export interface Jobs extends JobQueue, JobRunner {
  /** A queue that enqueues and cancels in the caller's transaction. */
  within(executor: Executor): JobQueue;
  /** Jobs that wait, by name, for the metrics. Counted anew by the queue about once a minute. */
  waiting(): Promise<ReadonlyMap<string, number>>;
  close(): Promise<void>;
}

/** Its own schema: the tables are the library's, made and migrated by it. */
const SCHEMA = 'jobs';
/** A job whose process died is given to another after this time without a sign of life. The least the library takes is 10. */
const HEARTBEAT_SECONDS = 30;
/** How often silence is looked for, in seconds: the library's minute would make two of it. */
const SUPERVISE_SECONDS = 30;
/** Jobs under way have this long to end when stopping, in milliseconds; the rest are told and done again after the next start. */
const DRAIN_MS = 10_000;
/** What has ended is deleted this long after: payloads of mails hold addresses and links. Looked for once an hour. */
const KEPT_SECONDS = 60 * 60;
/** Connections of the queue to a server, besides the stores'. */
const MAX_CONNECTIONS = 4;
/** Longest time between two attempts, in seconds. */
const LONGEST_RETRY_SECONDS = 6 * 60 * 60;

/** Jobs on pg-boss: makes its tables and a queue for each job of the registry. Nothing is done before `start`. */
export async function openJobs({ database, registry, report }: OpenJobs): Promise<Jobs> {
  const boss = new PgBoss(optionsFor(database));
  boss.on('error', (error) => report?.fault(error));
  await boss.start();
  for (const job of registry.jobs) await prepareQueue(boss, job);
  if (database.connection.kind === 'embedded') await takeUpLeftJobs(boss, database.db);
  const running = new Map<string, AbortController>();
  let isStarted = false;

  const within = (executor: Executor): JobQueue => ({
    async enqueue<Payload extends object>(kind: JobKind<Payload>, payload: NoInfer<Payload>, options: EnqueueOptions = {}) {
      registry.get(kind.name).check(payload);
      const id = randomUUID();
      // The queue's policy is one waiting job a key: a job without one gets a key of its own.
      const { key = id, startAfter } = options;
      return boss.send(kind.name, payload, { id, singletonKey: key, db: fromKysely(executor), ...(startAfter ? { startAfter } : {}) });
    },
    async cancel(kind, id) {
      await boss.cancel(kind.name, id, { db: fromKysely(executor) });
      // Another process's job hears of it with its next heartbeat.
      running.get(id)?.abort(new Error('The job was cancelled.'));
    },
    async forget(words) {
      const mentions = sql<boolean>`(select bool_or(strpos(concat(data, output, singleton_key), word) > 0) from unnest(${[...words]}::text[]) as word)`;
      await sql`delete from jobs.job where ${mentions}`.execute(executor);
    },
  });

  /** Never throws: how the attempt ended is in the outcome. */
  const attempt = async (job: AnyJob, fetched: JobWithMetadata, signals: readonly AbortSignal[]): Promise<JobOutcome> => {
    const controller = new AbortController();
    running.set(fetched.id, controller);
    const run = { id: fetched.id, attempt: fetched.retryCount + 1, signal: AbortSignal.any([controller.signal, ...signals]) };
    const ended = { name: job.name, id: run.id, attempt: run.attempt };
    let outcome: JobOutcome;
    try {
      await job.runStored(fetched.data, run);
      outcome = { ...ended, kind: 'done' };
    } catch (error) {
      outcome = { ...ended, kind: 'failed', error };
    }
    running.delete(fetched.id);
    report?.ended(outcome);
    return outcome;
  };

  const runNext = async (job: AnyJob, ahead: boolean): Promise<JobOutcome | null> => {
    const [fetched] = await boss.fetch<object>(job.name, { includeMetadata: true, ignoreStartAfter: ahead });
    if (fetched === undefined) return null;
    const outcome = await attempt(job, fetched, [AbortSignal.timeout(job.options.timeoutSeconds * 1000)]);
    if (outcome.kind === 'done' && job.options.isForgottenWhenDone) await boss.deleteJob(job.name, fetched.id);
    else if (outcome.kind === 'done') await boss.complete(job.name, fetched);
    else await boss.fail(job.name, fetched, toObject(outcome.error));
    return outcome;
  };

  return {
    ...within(database.db),
    within,
    async start() {
      isStarted = true;
      await putSchedules(boss, registry);
      for (const job of registry.jobs) {
        const options = { includeMetadata: true, localConcurrency: job.options.concurrency, pollingIntervalSeconds: 2 } as const;
        await boss.work(job.name, options, async ([fetched]: JobWithMetadata[]) => {
          if (fetched === undefined) return;
          const outcome = await attempt(job, fetched, [fetched.signal]);
          if (outcome.kind === 'failed') throw outcome.error;
          if (job.options.isForgottenWhenDone) await boss.deleteJob(job.name, fetched.id);
        });
      }
    },
    async stop() {
      isStarted = false;
      await boss.stop({ graceful: true, timeout: DRAIN_MS, close: false });
    },
    async runUntilEmpty({ ahead = false } = {}) {
      if (isStarted) throw new Error('The jobs are being done already.');
      const outcomes: JobOutcome[] = [];
      for (let isIdle = false; !isIdle; ) {
        isIdle = true;
        for (const job of registry.jobs) {
          for (let outcome = await runNext(job, ahead); outcome !== null; outcome = await runNext(job, ahead)) {
            outcomes.push(outcome);
            isIdle = false;
          }
        }
      }
      return outcomes;
    },
    async waiting() {
      return new Map((await boss.getQueues()).map((queue) => [queue.name, queue.queuedCount]));
    },
    async close() {
      isStarted = false;
      await boss.stop({ graceful: true, timeout: DRAIN_MS });
    },
  };
}

function optionsFor({ connection }: Pick<Database, 'connection'>): ConstructorOptions {
  // Workers are woken by NOTIFY and look for themselves only now and then: a look costs the embedded database some milliseconds.
  const common = {
    schema: SCHEMA,
    useListenNotify: true,
    persistWarnings: false,
    persistQueueStats: false,
    maintenanceIntervalSeconds: KEPT_SECONDS,
  };
  switch (connection.kind) {
    case 'server':
      return {
        ...common,
        superviseIntervalSeconds: SUPERVISE_SECONDS,
        monitorIntervalSeconds: SUPERVISE_SECONDS,
        connectionString: connection.connectionString,
        max: MAX_CONNECTIONS,
      };
    case 'embedded': {
      const embedded = { backend: 'pglite', registerInstance: false, reindex: false, monitorVacuum: false } as const;
      return { ...common, ...embedded, db: fromPglite(connection.pglite) };
    }
  }
}

async function prepareQueue(boss: PgBoss, { name, options }: AnyJob): Promise<void> {
  const queue = {
    retryLimit: options.attempts - 1,
    retryDelay: options.retryAfterSeconds,
    retryBackoff: true,
    retryDelayMax: Math.max(LONGEST_RETRY_SECONDS, options.retryAfterSeconds),
    expireInSeconds: options.timeoutSeconds,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    deleteAfterSeconds: KEPT_SECONDS,
    notify: true,
  };
  await boss.createQueue(name, { ...queue, policy: 'short' });
  await boss.updateQueue(name, queue);
}

/**
 * Nobody else has the embedded database open: jobs that are said to be under way were so when the process before was killed. They need not
 * wait until their silence is noticed. It counts as an attempt, so that a job that kills the process is given up in the end.
 */
async function takeUpLeftJobs(boss: PgBoss, executor: Executor): Promise<void> {
  const { rows } = await sql<{ name: string; id: string }>`select name, id from jobs.job where state = 'active'`.execute(executor);
  for (const { name, id } of rows) await boss.fail(name, id, { message: 'The service ended while the job was under way.' });
}

/** The schedules of the registry, and no others: one that a former version left behind would enqueue what nobody does. */
async function putSchedules(boss: PgBoss, registry: JobRegistry): Promise<void> {
  const wanted = new Map(registry.jobs.flatMap((job) => (job.schedule === undefined ? [] : [[job.name, job.schedule]])));
  for (const { name } of await boss.getSchedules()) if (!wanted.has(name)) await boss.unschedule(name);
  // A service that was off at the time does it once when it is on again.
  for (const [name, cron] of wanted) if (name && cron) await boss.schedule(name, cron, {}, { tz: 'UTC', missed: 'once' });
}

function toObject(error: unknown): object {
  return error instanceof Error ? error : { message: String(error) };
}
