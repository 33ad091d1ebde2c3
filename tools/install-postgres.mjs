#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPostgres } from './find-postgres.mjs';

const ADVICE = 'Install PostgreSQL and pgvector, or set SNOUT_TEST_POSTGRES_URL to a server whose role may create databases.';
/** Debian releases whose source package of pgvector is built where the own release has no package, in this order. */
const NEXT_RELEASES = ['trixie', 'testing'];

/**
 * The PostgreSQL server that tests run on, with pgvector. Installed where that needs nobody's leave (root on Debian or Ubuntu); said how
 * to elsewhere.
 * @returns {import('./find-postgres.mjs').Postgres | null} null: there is none.
 */
export function installPostgres() {
  const found = findPostgres();
  if (found?.hasVector) return found;
  if (process.platform !== 'linux' || !succeeds('apt-get', ['--version'])) return say(ADVICE);
  if (process.getuid?.() !== 0) return say(`Run "sudo node tools/install-postgres.mjs" once. ${ADVICE}`);
  process.stderr.write('snout: installing PostgreSQL and pgvector for the tests\n');
  if (!apt(['update', '-q']) || (!found && !aptInstall(['postgresql']))) return say('"apt-get install postgresql" failed; see above.');
  const server = findPostgres();
  if (!server) return say('The package "postgresql" brings no server here.');
  const done = installPackage(server.version) || buildFromSource(server);
  const complete = findPostgres();
  return done && complete?.hasVector ? complete : say(`pgvector could not be installed; see above. ${ADVICE}`);
}

/** @param {number} version */
function installPackage(version) {
  const name = `postgresql-${version}-pgvector`;
  const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' });
  return /Candidate: \d/.test(stdout ?? '') && aptInstall([name]);
}

/**
 * Builds Debian's own source package of pgvector, from the release after this machine's, with the machine's mirror and keys. Its C code
 * fits every supported PostgreSQL, and takes seconds without the bitcode for just-in-time compilation.
 * @param {import('./find-postgres.mjs').Postgres} server
 */
function buildFromSource({ bin, version }) {
  const mirror = debianMirror();
  if (!mirror || !aptInstall([`postgresql-server-dev-${version}`, 'gcc', 'libc6-dev', 'make', 'dpkg-dev'])) return false;
  const folder = mkdtempSync(join(tmpdir(), 'snout-pgvector-'));
  try {
    return NEXT_RELEASES.some((release) => {
      if (!fetchSource(folder, `deb-src [signed-by=${DEBIAN_KEYS}] ${mirror} ${release} main`)) return false;
      const source = readdirSync(folder, { withFileTypes: true }).find(
        (entry) => entry.isDirectory() && entry.name.startsWith('pgvector-'),
      );
      const make = (/** @type {string} */ target) =>
        succeeds('make', ['-s', '-C', join(folder, source?.name ?? ''), target, 'with_llvm=no', `PG_CONFIG=${join(bin, 'pg_config')}`]);
      return source !== undefined && make('all') && make('install');
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const DEBIAN_KEYS = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Where this machine gets Debian's packages from. */
function debianMirror() {
  const format = '$(ORIGIN) $(COMPONENT) $(REPO_URI)';
  const { stdout } = spawnSync('apt-get', ['indextargets', '--format', format, 'Created-By: Packages'], { encoding: 'utf8' });
  return /^Debian main (\S+)$/m.exec(stdout ?? '')?.[1] ?? null;
}

/**
 * With lists of its own: the machine's own package sources stay as they are.
 * @param {string} folder
 * @param {string} sourceLine
 */
function fetchSource(folder, sourceLine) {
  const list = join(folder, 'sources.list');
  writeFileSync(list, `${sourceLine}\n`);
  mkdirSync(join(folder, 'lists', 'partial'), { recursive: true });
  const own = [
    `Dir::Etc::sourcelist=${list}`,
    'Dir::Etc::sourceparts=-',
    `Dir::State::lists=${join(folder, 'lists')}`,
    'APT::Sandbox::User=root',
  ];
  const options = own.flatMap((option) => ['-o', option]);
  return apt([...options, 'update', '-q']) && apt([...options, 'source', '-q', 'pgvector'], folder);
}

/** @param {readonly string[]} packages */
function aptInstall(packages) {
  return apt(['install', '-y', '-q', '--no-install-recommends', ...packages]);
}

/**
 * @param {readonly string[]} args
 * @param {string} [cwd]
 */
function apt(args, cwd) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env, cwd }).status === 0;
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
function succeeds(program, args) {
  return spawnSync(program, args, { stdio: ['ignore', 'ignore', 2] }).status === 0;
}

/**
 * @param {string} what
 * @returns {null}
 */
function say(what) {
  process.stderr.write(`snout: no PostgreSQL server for the tests. ${what}\n`);
  return null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = installPostgres() ? 0 : 1;
