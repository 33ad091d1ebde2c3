import type { Gallery, SearchQuery, SearchResult } from '@snout/core/recognition';
import { createGallery, openServer } from '@snout/postgres';
import { createTestDatabase } from '@snout/postgres/testing';
import { installPostgres } from '../../tools/install-postgres.mjs';
import { startPostgresCluster } from '../../tools/postgres-cluster.mjs';
import type { BenchmarkRow, BenchmarkSetup } from './benchmark.ts';
import { median, quantile } from './measure/statistics.ts';
import { timed } from './measure/time.ts';
import { count, milliseconds } from './measure/words.ts';
import { fillServer } from './server/fill-server.ts';
import { madeUpTemplate, speciesOf } from './server/made-up-templates.ts';

const TARGET_MS = 30;
const TARGET_RECALL = 0.98;
const PHOTOS_EACH = 4;
const HITS = 5;
const MAKER = { model: 'made-up', pipeline: '1' };
/** Memory of a server with 8 GB, most of it for the build. */
const SETTINGS = { shared_buffers: '3GB', max_wal_size: '8GB', maintenance_work_mem: '4GB', min_dynamic_shared_memory: '5GB' };

/**
 * Search among many templates on a PostgreSQL server on this machine, through the gallery as the service uses it: new photos of enrolled
 * animals, one after the other, and each compared with the exact search over the same rows.
 */
export async function serverSearch({ quick }: BenchmarkSetup): Promise<readonly BenchmarkRow[]> {
  const postgres = installPostgres();
  if (postgres === null) return [];
  const templates = quick ? 40_000 : 1_000_000;
  const cluster = await startPostgresCluster({ bin: postgres.bin, settings: SETTINGS });
  try {
    const { url } = await createTestDatabase(cluster.url);
    await (await openServer(url)).close();
    const pets = templates / PHOTOS_EACH;
    const times = await fillServer({ url, pets, photosEach: PHOTOS_EACH, maker: MAKER, buildMemory: SETTINGS.maintenance_work_mem });
    const database = await openServer(url);
    const measured = await measure(createGallery(database), createGallery({ db: database.db, index: null }), { pets, quick });
    await database.close();
    return rowsOf(templates, times, measured);
  } finally {
    await cluster.close();
  }
}

interface Measured {
  /** ms a search. */
  readonly indexed: readonly number[];
  readonly exact: readonly number[];
  /** Shares of the exact search's hits that were found: of the first, of all. */
  readonly recallFirst: number;
  readonly recallAll: number;
  /** How often the exact search's first hit is the animal itself. */
  readonly rightFirst: number;
}

async function measure(
  indexed: Gallery,
  exact: Gallery,
  { pets, quick }: { readonly pets: number; readonly quick: boolean },
): Promise<Measured> {
  const compared = quick ? 20 : 100;
  const probes = quick ? 50 : 500;
  // One on from even steps: those would meet one species only.
  const queries = Array.from({ length: probes }, (_, i) => probe((Math.floor((i * pets) / probes) + i) % pets));
  for (const { query } of queries) await indexed.search(query);
  const times: number[] = [];
  const exactTimes: number[] = [];
  const found: { readonly right: boolean; readonly first: boolean; readonly all: number }[] = [];
  for (const [i, { id, query }] of queries.entries()) {
    let hits: SearchResult['hits'] = [];
    times.push(
      await timed(async () => {
        hits = (await indexed.search(query)).hits;
      }),
    );
    if (i % (queries.length / compared) !== 0) continue;
    let truth: SearchResult['hits'] = [];
    exactTimes.push(
      await timed(async () => {
        truth = (await exact.search(query)).hits;
      }),
    );
    const ids = new Set<string>(hits.map(({ pet }) => pet.id));
    const all = truth.filter(({ pet }) => ids.has(pet.id)).length / truth.length;
    found.push({ right: truth[0]?.pet.id === id, first: truth[0]?.pet.id === hits[0]?.pet.id, all });
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    indexed: times,
    exact: exactTimes,
    recallFirst: mean(found.map(({ first }) => Number(first))),
    recallAll: mean(found.map(({ all }) => all)),
    rightFirst: mean(found.map(({ right }) => Number(right))),
  };
}

/** A photo that was not enrolled, of an animal that was. */
function probe(pet: number): { readonly id: string; readonly query: SearchQuery } {
  const query = { vector: madeUpTemplate(pet, PHOTOS_EACH), ...MAKER, species: speciesOf(pet), limit: HITS };
  return { id: `pet-${String(pet).padStart(7, '0')}`, query };
}

function rowsOf(templates: number, times: { readonly copy: number; readonly build: number }, measured: Measured): readonly BenchmarkRow[] {
  const { indexed, exact, recallFirst, recallAll, rightFirst } = measured;
  const p95 = quantile(indexed, 0.95);
  const among = `among ${count(templates)} templates on PostgreSQL`;
  return [
    {
      what: `Search ${among}: 95th percentile`,
      value: milliseconds(p95),
      target: `<= ${TARGET_MS} ms`,
      met: p95 <= TARGET_MS,
      beside: `median ${milliseconds(median(indexed))} of ${count(indexed.length)} searches, after as many to warm up; exact search over the same rows: median ${milliseconds(median(exact))}; rows copied in ${times.copy.toFixed(0)} s, index built in ${times.build.toFixed(0)} s`,
    },
    {
      what: `Search ${among}: recall of the best ${HITS} pets`,
      value: recallAll.toFixed(3),
      target: `>= ${TARGET_RECALL}`,
      met: recallAll >= TARGET_RECALL,
      beside: `against exact search, ${exact.length} probes; the first pet is the same in ${recallFirst.toFixed(3)}, and it is the animal itself in ${rightFirst.toFixed(3)}`,
    },
  ];
}
