import { problemSchema } from '@snout/contract';
import { createInMemoryGallery } from '@snout/core/testing';
import { describe, expect, it } from 'vitest';
import { answerOf, createService, form } from './service.ts';
import { testPhoto } from './test-photo.ts';

const service = createService(createInMemoryGallery());

async function codeOf(response: Response | Promise<Response>): Promise<string> {
  const settled = await response;
  expect(settled.headers.get('content-type')).toBe('application/problem+json');
  const problem = problemSchema.parse(await settled.json());
  expect(problem.status).toBe(settled.status);
  expect(problem.requestId).toBe(settled.headers.get('x-request-id'));
  return problem.code;
}

describe('requests of other sites', () => {
  const analyse = async (headers: Record<string, string>) =>
    service.request('/api/analyse', { method: 'POST', body: form([await testPhoto({ animal: 'rex' })]), headers });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'http://evil.example' }],
    [{ origin: 'http://localhost:9999' }],
    [{ origin: 'null' }],
  ])('may not change anything: %o', async (headers) => {
    expect(await codeOf(analyse(headers))).toBe('cross-site-request');
  });

  it.each([[{ 'sec-fetch-site': 'same-origin' }], [{ origin: 'http://localhost' }], [{}]])(
    'of our own and of programs are served: %o',
    async (headers) => {
      expect((await analyse(headers)).status).toBe(200);
    },
  );

  it('may not delete either', async () => {
    const response = service.request('/api/pets/some-id', { method: 'DELETE', headers: { 'sec-fetch-site': 'cross-site' } });
    expect(await codeOf(response)).toBe('cross-site-request');
  });
});

describe('host names', () => {
  it.each(['evil.example', 'evil.example:4873', 'localhost.evil.example', ''])(
    'refuses %j, which could be rebound to this machine',
    async (host) => {
      expect(await codeOf(service.request('/api/about', { headers: { host } }))).toBe('host-not-allowed');
    },
  );

  it.each([
    'localhost',
    'localhost:4873',
    'app.localhost',
    '127.0.0.1:4873',
    '[::1]:4873',
    '192.168.1.7',
    'snout.example',
    'SNOUT.example:80',
  ])('serves %j', async (host) => {
    expect((await service.request('/api/about', { headers: { host } })).status).toBe(200);
  });
});

describe('bodies', () => {
  it('are refused when they are too large, with the limit', async () => {
    const response = await service.request('/api/analyse', { method: 'POST', body: form([new Uint8Array(6 * 1024 * 1024)]) });
    const problem = problemSchema.parse(await response.json());
    expect(problem).toMatchObject({ status: 413, code: 'request-too-large', detail: expect.stringContaining('5 MiB') });
  });

  it.each(['application/xml', 'text/plain', 'multipart/form-data'])('of type %s are refused by name', async (type) => {
    const response = service.request('/api/pets', { method: 'POST', body: '{}', headers: { 'content-type': type } });
    expect(await codeOf(response)).toBe('unsupported-media-type');
  });

  it('that are not what they say are an invalid request', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(await codeOf(service.request('/api/analyse', { method: 'POST', body: 'not a form', headers }))).toBe('invalid-request');
  });
});

describe('the page', () => {
  it('carries the nonce of its own answer', async () => {
    const response = await service.request('/');
    const nonce = /'nonce-([\w-]+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
    expect(nonce).toBeTruthy();
    expect(await response.text()).toContain(`nonce="${nonce}"`);
    const again = await service.request('/');
    expect(again.headers.get('content-security-policy')).not.toContain(nonce);
  });

  it('answers at every address of the app, where a browser opens a document', async () => {
    const accept = 'text/html,application/xhtml+xml';
    const opened = await service.request('/pets/some-pet', { headers: { accept } });
    expect(await opened.text()).toContain('nonce="');
    for (const path of ['/api/nothing', '/models/nothing', '/assets/none', '/none.txt', '/.well-known/none']) {
      expect(await codeOf(service.request(path, { headers: { accept } }))).toBe('not-found');
    }
    expect(await codeOf(service.request('/pets/some-pet'))).toBe('not-found');
  });

  it('has files that browsers may keep, since their names change with their content', async () => {
    const { headers } = await service.request('/assets/page.js');
    expect(headers.get('cache-control')).toContain('immutable');
    expect(headers.get('content-type')).toContain('javascript');
    expect((await service.request('/assets/none.js')).headers.get('cache-control')).toBe('no-store');
  });

  it('says what to do when it was not built', async () => {
    const unbuilt = createService(createInMemoryGallery(), { webFolder: '/nowhere' });
    expect(await answerOf(unbuilt.request('/'))).toMatchObject({ status: 404, body: { detail: expect.stringContaining('npm start') } });
  });
});

describe('every answer', () => {
  it.each(['/api/about', '/api/nothing', '/api/pets/none'])('of %s carries the security headers', async (path) => {
    const { headers } = await service.request(path);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self' 'nonce-[\w-]+'/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is a problem when there is nothing at the address', async () => {
    expect(await codeOf(service.request('/api/nothing'))).toBe('not-found');
    expect(await codeOf(service.request('/../../etc/passwd'))).toBe('not-found');
  });

  it('hides what went wrong inside', async () => {
    const findPet = () => Promise.reject(new Error('secret table of owners'));
    const gallery = { ...createInMemoryGallery(), visibleTo: () => ({ ...createInMemoryGallery(), findPet }) };
    const response = await createService(gallery).request('/api/pets/any');
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ status: 500, code: 'internal-error' });
    expect(text).not.toContain('secret');
  });
});
