import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where distributions and package managers put the programs of each major version. */
const HOMES = ['/usr/lib/postgresql', '/usr/local/opt', '/opt/homebrew/opt'];

/**
 * A PostgreSQL server on this machine.
 * @typedef {{ bin: string, version: number, hasVector: boolean }} Postgres bin: folder of initdb and postgres; version: major.
 */

/**
 * The newest server found, one with pgvector before one without.
 * @returns {Postgres | null}
 */
export function findPostgres() {
  const [best] = folders()
    .map(describe)
    .filter((found) => found !== null)
    .sort((a, b) => Number(b.hasVector) - Number(a.hasVector) || b.version - a.version);
  return best ?? null;
}

/** @returns {string[]} */
function folders() {
  const named = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const versions = HOMES.flatMap((home) => (existsSync(home) ? readdirSync(home).map((name) => join(home, name, 'bin')) : []));
  return [...new Set([...versions, ...(named.status === 0 ? [named.stdout.trim()] : [])])];
}

/**
 * @param {string} bin
 * @returns {Postgres | null}
 */
function describe(bin) {
  if (!existsSync(join(bin, 'initdb')) || !existsSync(join(bin, 'postgres'))) return null;
  const version = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' });
  const major = Number(/(\d+)/.exec(version.stdout ?? '')?.[1] ?? 0);
  return {
    bin,
    version: major,
    hasVector: shareFolders(bin, major).some((share) => existsSync(join(share, 'extension', 'vector.control'))),
  };
}

/**
 * @param {string} bin
 * @param {number} major
 */
function shareFolders(bin, major) {
  const config = spawnSync(join(bin, 'pg_config'), ['--sharedir'], { encoding: 'utf8' });
  return [config.stdout?.trim() || join(dirname(bin), 'share'), join('/usr/share/postgresql', String(major))];
}
