import { readFile } from 'node:fs/promises';
import { createSnoutClient } from '@snout/client';
import { registerAndFind } from '@snout/client/examples';
import { GENERATED, generateTypes } from '@snout/client/tools';
import type { TenantId } from '@snout/core/accounts';
import { serve } from '@snout/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testPhoto } from './test-photo.ts';
import { idIn, signUp, withAccounts } from './with-accounts.ts';

describe('the client package', () => {
  const opened = withAccounts();
  let listening: Awaited<ReturnType<typeof serve>>;
  let apiKey: string;
  beforeAll(async () => {
    listening = await serve(opened().service, { host: '127.0.0.1', port: 0 });
    const ada = await signUp(opened(), 'Ada');
    const tenant = (await idIn(ada.tell('/api/organisations', { kind: 'shelter', name: 'Paws' }))) as TenantId;
    const scopes = ['pets:read', 'pets:write', 'recognition'] as const;
    ({ secret: apiKey } = await opened().apiKeys.add({ tenant, name: 'feed', scopes, expiresAt: null, createdBy: ada.id }));
  }, 300_000);
  afterAll(() => listening.stop());

  const photo = async (animal: string, view: number) => new File([await testPhoto({ animal, view })], `${animal}-${view}.jpg`);

  it('registers a pet, adds a photo, identifies it on another, and lists all pets page by page', async () => {
    const client = createSnoutClient({ baseUrl: listening.url, apiKey });
    for (const animal of ['ann', 'bob', 'cat'])
      await client.POST('/api/pets', { body: { name: animal, photos: [await photo(animal, 1)] } });
    const [first, second, unknown] = [await photo('rex', 1), await photo('rex', 2), await photo('rex', 3)];
    const found = await registerAndFind(client, { name: 'Rex', first, second, unknown });
    expect(found).toMatchObject({ verdict: 'match', names: ['Rex', 'ann', 'bob', 'cat'] });
    const { data } = await client.GET('/api/pets/{petId}', { params: { path: { petId: found.id } } });
    expect(data?.photos).toHaveLength(2);
  });

  it('gives problems with their code, and the key of the caller its due', async () => {
    const client = createSnoutClient({ baseUrl: listening.url, apiKey });
    expect((await client.GET('/api/pets/{petId}', { params: { path: { petId: 'none' } } })).error).toMatchObject({ code: 'pet-not-found' });
    const stranger = createSnoutClient({ baseUrl: listening.url, apiKey: 'snout_wrong' });
    expect((await stranger.GET('/api/pets')).error).toMatchObject({ code: 'sign-in-required' });
  });

  it('is done once although the answer was lost on the way', async () => {
    let sent = 0;
    const losing = createSnoutClient({
      baseUrl: listening.url,
      apiKey,
      retry: {
        wait: async () => {},
        async fetch(request) {
          const response = await fetch(request);
          sent++;
          if (sent === 1) throw new TypeError('The connection broke.');
          return response;
        },
      },
    });
    const { data } = await losing.POST('/api/pets', { body: { name: 'Luna', photos: [await photo('luna', 1)] } });
    const { data: list } = await losing.GET('/api/pets');
    expect([sent, list?.pets.filter(({ name }) => name === 'Luna').map(({ id }) => id)]).toEqual([3, [data?.pet.id]]);
  });

  it('has the types of the document that is published', async () => {
    expect(await readFile(GENERATED, 'utf8'), 'Run: npm run documents').toBe(await generateTypes());
  });
});
