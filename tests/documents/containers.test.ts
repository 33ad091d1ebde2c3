import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInMemoryGallery } from '@snout/core/testing';
import { readConfig } from '@snout/server';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { S3_SERVER_VERSION } from '../../tools/install-s3-server.mjs';
import { createService } from '../api/service.ts';
import { ROOT } from './markdown-files.ts';

// No container runs here: what can be known without one is checked.

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const compose: { readonly services: Readonly<Record<string, Service>>; readonly volumes: object } = parse(readText('compose.yaml'));
const containerfile = readText('Containerfile');
const service = (name: string): Service => {
  const found = compose.services[name];
  if (found === undefined) throw new Error(`compose.yaml has no service ${name}.`);
  return found;
};

test('the service is given settings that it reads, and starts from them', () => {
  const { environment } = service('snout');
  const known = [...readText('apps/server/src/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): z/gm)].map(([, name]) => name);
  expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);

  const config = readConfig(filled(environment));
  const database = new URL(config.databaseUrl ?? '');
  const server = filled(service(database.hostname).environment);
  expect([database.username, database.password, database.pathname]).toEqual([
    server['POSTGRES_USER'],
    server['POSTGRES_PASSWORD'],
    `/${server['POSTGRES_DB']}`,
  ]);
  const endpoint = new URL(config.objectStorage?.endpoint ?? '');
  const storage = service(endpoint.hostname);
  const { ROOT_ACCESS_KEY: accessKeyId, ROOT_SECRET_KEY: secretAccessKey } = filled(storage.environment);
  expect(config.objectStorage).toMatchObject({ accessKeyId, secretAccessKey });
  expect(storage.command).toEqual(expect.arrayContaining(['--port', `:${endpoint.port}`, '--region', config.objectStorage?.region]));
});

test('no password is in the file: each must be set, or nothing starts', () => {
  const secrets = Object.values(compose.services).flatMap(({ environment }) =>
    Object.entries(environment).filter(([name]) => /PASSWORD|SECRET|DATABASE_URL/.test(name)),
  );
  expect(secrets).toHaveLength(4);
  expect(secrets.filter(([, value]) => !/\$\{\w+:\?[^}]+\}/.test(value))).toEqual([]);
});

test('images are pinned to the versions that the project uses', () => {
  const images = Object.values(compose.services).flatMap(({ image }) => image ?? []);
  expect(images.filter((image) => !/:v?\d+\.\d+\.\d+/.test(image))).toEqual([]);
  expect(service('storage').image).toBe(`versity/versitygw:${S3_SERVER_VERSION}`);
  const pins: Readonly<Record<string, { readonly version: string }>> = JSON.parse(readText('tools/node-pins.json'));
  const node = [...containerfile.matchAll(/^FROM docker\.io\/library\/node:([\d.]+)-/gm)].map(([, version]) => version);
  expect(node).toEqual([pins['linux-x64']?.version, pins['linux-x64']?.version]);
});

test('what waits for a healthy service waits for one that says so, and volumes are declared', () => {
  for (const { depends_on = {}, volumes = [] } of Object.values(compose.services)) {
    for (const [name, { condition }] of Object.entries(depends_on)) {
      if (condition === 'service_healthy') expect(service(name).healthcheck?.test.length).toBeGreaterThan(0);
    }
    for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
  }
});

test('the image is built from files that exist, runs what exists, and not as root', () => {
  expect(service('snout').build).toEqual({ context: '.', dockerfile: 'Containerfile' });
  const copied = [...containerfile.matchAll(/^COPY --from=build (.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));
  const paths = copied.map((source) => source.replace('/opt/snout/', ''));
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  const [, command = '[]'] = /^CMD (\[.+\])$/m.exec(containerfile) ?? [];
  expect(existsSync(join(ROOT, JSON.parse(command)[1]))).toBe(true);
  expect(containerfile.lastIndexOf('\nUSER node\n')).toBeGreaterThan(containerfile.lastIndexOf('\nRUN '));
});

test('the image asks after its health where the service answers', async () => {
  const [, path = ''] = /fetch\(`http:\/\/127\.0\.0\.1:\$\{process\.env\.SNOUT_PORT\}(\/\S+?)`\)/.exec(containerfile) ?? [];
  const answer = await createService(createInMemoryGallery()).request(`http://127.0.0.1:4873${path}`);
  expect([path, answer.status]).toEqual(['/health', 200]);
});

/** With a value in the place of each ${VARIABLE:?…}. */
function filled(environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value.replace(/\$\{(\w+):\?[^}]+\}/g, 'value-of-$1')]),
  );
}

function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
