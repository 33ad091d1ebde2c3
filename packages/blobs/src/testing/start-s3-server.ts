import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Settings } from '../s3-photo-store.ts';

/** A real S3 server as a process of its own, with its objects in a temporary folder. */
export interface S3Server {
  /** Of a bucket that does not exist yet. */
  settings(bucket: string): S3Settings;
  close(): Promise<void>;
}

const KEYS = { accessKeyId: 'snout-test', secretAccessKey: 'not-a-secret-of-anything' };
const REGION = 'eu-central-1';
const START_MS = 30_000;

/** @param program Path of a versitygw (tools/install-s3-server.mjs). */
export async function startS3Server(program: string): Promise<S3Server> {
  const folder = await mkdtemp(join(tmpdir(), 'snout-s3-'));
  const [objects, metadata] = [join(folder, 'objects'), join(folder, 'metadata')];
  for (const path of [objects, metadata]) await mkdir(path);
  const port = await freePort();
  const child = spawn(program, ['--port', `127.0.0.1:${port}`, '--region', REGION, '--quiet', 'posix', '--sidecar', metadata, objects], {
    env: { ROOT_ACCESS_KEY: KEYS.accessKeyId, ROOT_SECRET_KEY: KEYS.secretAccessKey },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const exited = new Promise((resolve) => child.once('close', resolve));
  for (const deadline = Date.now() + START_MS; !(await answers(port)); ) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`The S3 server did not start: ${said}`);
  }
  return {
    settings: (bucket) => ({ endpoint: `http://127.0.0.1:${port}`, bucket, region: REGION, ...KEYS }),
    async close() {
      child.kill('SIGKILL');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => setTimeout(resolve, 50, false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
