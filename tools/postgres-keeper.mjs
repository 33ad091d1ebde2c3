import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A process beside the one that wants a throw-away PostgreSQL server (postgres-cluster.mjs): it outlives a killed parent just long enough
// to end the server and remove its data.

/** Safe to lose: nobody needs a test's data after a power cut. Memory as a small machine has it. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200', shared_buffers: '64MB' };
const ROLE = 'snout';
/** Between two looks whether the server answers, ms. */
const LOOK_MS = 25;
const START_MS = 60_000;

const [bin = '', settings = '{}'] = process.argv.slice(2);
const identity = unprivileged();
const folder = mkdtempSync(join(tmpdir(), 'snout-pg-'));
const data = join(folder, 'data');
const port = await freePort();
const password = randomBytes(16).toString('hex');
/** @type {import('node:child_process').ChildProcess | null} */
let server = null;
let lastTurn = Promise.resolve();

// Signals for the whole group reach this process too: it leaves when its parent has left.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.on('disconnect', () => inTurn(() => leave(0)));
process.on('message', (message) =>
  inTurn(async () => {
    await (message === 'start' ? start() : stop());
    process.send?.({});
  }),
);

await inTurn(async () => {
  makeCluster();
  await start();
  process.send?.({ url: `postgresql://${ROLE}:${password}@127.0.0.1:${port}/postgres` });
});

/**
 * One thing after the other: a parent may leave while the server is being started.
 * @param {() => Promise<void>} work
 */
function inTurn(work) {
  lastTurn = lastTurn.then(work).catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return leave(1);
  });
  return lastTurn;
}

/** @param {number} code */
async function leave(code) {
  await stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}

/** PostgreSQL refuses to run as root: then it runs as the user of its package, or as nobody. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (/** @type {string} */ which) =>
        Number(execFileSync('id', [which, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // There is no such user.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody".');
}

function makeCluster() {
  const secret = join(folder, 'password');
  writeFileSync(secret, password, { mode: 0o600 });
  if (identity.uid !== undefined) for (const path of [folder, secret]) chownSync(path, identity.uid, identity.gid);
  const args = [
    '-D',
    data,
    '-U',
    ROLE,
    '--pwfile',
    secret,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale',
    'C',
    '--no-sync',
    '--no-instructions',
  ];
  execFileSync(join(bin, 'initdb'), args, { ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function start() {
  const all = { ...SETTINGS, ...JSON.parse(settings), listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(bin, 'postgres'), ['-D', data, ...options], { ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-4000);
  });
  server = child;
  for (const deadline = Date.now() + START_MS; !said.includes('ready to accept connections'); ) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`PostgreSQL did not start.\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** SIGQUIT is PostgreSQL's immediate shutdown: no goodbye, recovery at the next start. */
async function stop() {
  const child = server;
  server = null;
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGQUIT');
  await exited;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
