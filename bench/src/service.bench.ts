import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchmarkRow, BenchmarkSetup } from './benchmark.ts';
import { median, quantile } from './measure/statistics.ts';
import { inParallel, timed } from './measure/time.ts';
import { milliseconds } from './measure/words.ts';
import { drawPets } from './photos/draw-photos.ts';
import { type ServiceClient, signUp } from './service/service-client.ts';
import { startService } from './service/start-service.ts';

const ENROL_TARGET_MS = 1_500;
const IDENTIFY_TARGET_MS = 300;
const USERS = 10;
const USERS_TARGET_PER_SECOND = 8;
/** Of each pet; the last one is asked about. */
const ENROLLED_PHOTOS = 3;

type Photos = readonly Uint8Array[];

/** The real service over HTTP, with its embedded database: one user after the other, then ten at once. */
export async function service({ quick }: BenchmarkSetup): Promise<readonly BenchmarkRow[]> {
  const pets = await drawPets(quick ? 2 : 6, ENROLLED_PHOTOS + 1);
  const data = await mkdtemp(join(tmpdir(), 'snout-bench-'));
  const running = await startService(data);
  try {
    const client = await signUp(running.url);
    const enrolments = await measureEnrolments(client, pets, quick ? 1 : 7);
    const asked = pets.map((photos) => photos.at(-1) ?? new Uint8Array());
    const { times, right } = await measureIdentifications(client, asked, { ids: await enrolAll(client, pets), rounds: quick ? 1 : 12 });
    const total = quick ? 10 : 150;
    const elapsed = await timed(() =>
      inParallel(total, USERS, (index) => client.identify(asked[index % asked.length] ?? new Uint8Array())),
    );
    return [
      latencyRow(`Service: enrol a pet with ${ENROLLED_PHOTOS} photos, one user`, enrolments, {
        target: ENROL_TARGET_MS,
        beside: `${enrolments.length} enrolments of ${pets.length} pets, each forgotten again`,
      }),
      latencyRow('Service: identify a photo, one user', times, {
        target: IDENTIFY_TARGET_MS,
        beside: `${times.length} photos, the right pet first in ${right}`,
      }),
      {
        what: `Service: ${USERS} users at once`,
        value: `${((1000 * total) / elapsed).toFixed(1)} identifications a second`,
        target: `>= ${USERS_TARGET_PER_SECOND} a second`,
        met: (1000 * total) / elapsed >= USERS_TARGET_PER_SECOND,
        beside: `${total} photos, each user asks again as soon as there is an answer`,
      },
    ];
  } finally {
    await running.close();
    await rm(data, { recursive: true, force: true });
  }
}

/** The first round warms up. Each pet is forgotten again: drawn animals are alike, and the service asks whether two are one. */
async function measureEnrolments(client: ServiceClient, pets: readonly Photos[], rounds: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const photos of pets) {
      let id = '';
      const time = await timed(async () => {
        id = await client.enrol({ name: 'Pet', photos: photos.slice(0, ENROLLED_PHOTOS) });
      });
      await client.forget(id);
      if (round > 0) times.push(time);
    }
  }
  return times;
}

async function enrolAll(client: ServiceClient, pets: readonly Photos[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const photos of pets) ids.push(await client.enrol({ name: 'Pet', photos: photos.slice(0, ENROLLED_PHOTOS), evenIfAlike: true }));
  return ids;
}

/** The first round warms up. `right`: how often the pet itself came first. */
async function measureIdentifications(
  client: ServiceClient,
  asked: Photos,
  { ids, rounds }: { readonly ids: readonly string[]; readonly rounds: number },
) {
  const times: number[] = [];
  let right = 0;
  for (let round = 0; round <= rounds; round++) {
    for (const [index, photo] of asked.entries()) {
      let found: readonly string[] = [];
      const time = await timed(async () => {
        found = await client.identify(photo);
      });
      if (round === 0) continue;
      times.push(time);
      if (found[0] === ids[index]) right++;
    }
  }
  return { times, right };
}

function latencyRow(
  what: string,
  times: readonly number[],
  { target, beside }: { readonly target: number; readonly beside: string },
): BenchmarkRow {
  const p95 = quantile(times, 0.95);
  return {
    what: `${what}: 95th percentile`,
    value: milliseconds(p95),
    target: `<= ${target.toLocaleString('en-US')} ms`,
    met: p95 <= target,
    beside: `median ${milliseconds(median(times))}; ${beside}`,
  };
}
