import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { analysisSchema, enrolmentSchema, identificationSchema, petListSchema, problemSchema, verificationSchema } from '@snout/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawnJpeg } from './drawn-jpeg.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { signUp } from './sign-up.ts';

/** The real server with the real models, database and files, on drawn animals. */
describe('the server', { timeout: 240_000 }, () => {
  let data: string;
  let server: RunningServer;
  /** Stays good when the server is started anew. */
  let cookie: string;
  const photos = new Map<string, File>();

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'snout-e2e-'));
    for (const [pet, species, count] of [
      ['rex', 'dog', 3],
      ['mia', 'cat', 3],
      ['zorro', 'dog', 1],
    ] as const) {
      for (let photo = 1; photo <= count; photo++) photos.set(`${pet} ${photo}`, await drawnJpeg(pet, species, photo));
    }
    server = await start();
    cookie = await signUp(server.url);
  }, 300_000);
  afterAll(async () => {
    await server?.end('SIGKILL');
    await rm(data, { recursive: true, force: true });
  });

  const start = (settings = {}) => startServer({ SNOUT_DATA: data, SNOUT_MAX_REQUEST_MIB: '4', ...settings });

  function form(names: readonly string[], fields: Readonly<Record<string, string>> = {}): FormData {
    const body = new FormData();
    for (const name of names) body.append('photos', photos.get(name) ?? new File([], name));
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return body;
  }
  const post = (path: string, body: FormData, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { method: 'POST', body, headers: { cookie, ...headers } });
  const names = async () =>
    petListSchema
      .parse(await (await fetch(`${server.url}/api/pets`, { headers: { cookie } })).json())
      .pets.map(({ name, photoCount }) => [name, photoCount]);

  it('finds the head and the species in drawn photos', async () => {
    const answer = analysisSchema.parse(await (await post('/api/analyse', form(['rex 1', 'mia 1']))).json());
    expect(answer.photos).toMatchObject([
      { kind: 'analysed', width: 512, height: 512, heads: [{ species: 'dog' }] },
      { kind: 'analysed', heads: [{ species: 'cat' }] },
    ]);
  });

  it('enrols pets, recognises them in other photos, and a stranger in none', async () => {
    for (const [name, pet] of [
      ['Rex', 'rex'],
      ['Mia', 'mia'],
    ] as const) {
      const response = await post('/api/pets', form([`${pet} 1`, `${pet} 2`], { name }));
      expect(enrolmentSchema.parse(await response.json()).pet.photos).toHaveLength(2);
    }
    const answer = identificationSchema.parse(await (await post('/api/identify', form(['rex 3', 'mia 3', 'zorro 1']))).json());
    const verdicts = answer.photos.map((photo) => (photo.kind === 'identified' ? photo.heads[0]?.verdict : undefined));
    expect(verdicts.slice(0, 2).map((verdict) => verdict?.candidates[0]?.pet.name)).toEqual(['Rex', 'Mia']);
    expect(verdicts.map((verdict) => verdict?.kind !== 'unknown')).toEqual([true, true, false]);
  });

  it('verifies a pet by face and coat, and says what the coat shows', async () => {
    const { pets } = petListSchema.parse(await (await fetch(`${server.url}/api/pets`, { headers: { cookie } })).json());
    const rex = pets.find(({ name }) => name === 'Rex');
    const answer = verificationSchema.parse(await (await post(`/api/pets/${rex?.id}/verify`, form(['rex 3']))).json());
    expect(answer).toMatchObject({ pet: { name: 'Rex' }, coat: { compared: 2, photo: 'rex-3.jpg' } });
    expect(answer.coat?.of).toBeGreaterThan(60);
    expect(answer.coat?.words[0]).toMatch(/^\d+ of \d+ marks of face and coat agree/);
  });

  it('refuses a body over the limit on a real connection and goes on', async () => {
    const body = new FormData();
    body.append('photos', new File([new Uint8Array(6 * 1024 * 1024)], 'large.jpg'));
    const response = await post('/api/analyse', body);
    expect(problemSchema.parse(await response.json()).code).toBe('request-too-large');
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  });

  it('keeps other sites out on a real connection', async () => {
    expect((await post('/api/analyse', form(['rex 1']), { origin: 'http://evil.example' })).status).toBe(403);
  });

  it('lets nobody else open its data folder', async () => {
    await expect(start()).rejects.toThrow(/open in process \d+/);
  });

  it('finishes requests under way when told to stop, and logs no file names', async () => {
    const underWay = post('/api/analyse', form(['rex 1', 'rex 2', 'rex 3']));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const ended = server.end('SIGTERM');
    expect((await underWay).status).toBe(200);
    const { code, log } = await ended;
    expect(code).toBe(0);
    expect(log).toContain('"path":"/api/analyse"');
    expect(log).not.toMatch(/rex|stranger|\.jpg|ada@|session_token/i);
  });

  it('has every pet after a stop and after a kill', async () => {
    server = await start();
    const before = await names();
    expect(before.map(([name]) => name)).toContain('Mia');
    await server.end('SIGKILL');
    server = await start();
    expect(await names()).toEqual(before);
  });

  it('refuses to start with settings that make no sense, and says which', async () => {
    await expect(start({ SNOUT_PORT: 'many' })).rejects.toThrow(/SNOUT_PORT/);
    const other = await mkdtemp(join(tmpdir(), 'snout-e2e-'));
    await expect(start({ SNOUT_DATA: other, SNOUT_MODELS: other })).rejects.toThrow(/model-file-missing/);
    await rm(other, { recursive: true });
  });

  it('refuses to start with marks that are not what they were when they were made', async () => {
    const other = await mkdtemp(join(tmpdir(), 'snout-e2e-'));
    const models = join(other, 'models');
    await cp(resolve(import.meta.dirname, '../../models'), models, { recursive: true });
    const golden = join(models, 'marks/golden.json');
    const vectors = JSON.parse(await readFile(golden, 'utf8'));
    vectors[0].output[3] += 1;
    await writeFile(golden, JSON.stringify(vectors));
    await expect(start({ SNOUT_DATA: join(other, 'data'), SNOUT_MODELS: models })).rejects.toThrow(/model-golden-differs/);
    await rm(other, { recursive: true });
  });
});
