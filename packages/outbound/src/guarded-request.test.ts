import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGuardedRequests, type OutboundRequest } from './guarded-request.ts';
import { startReceiver } from './testing/receiver.ts';

const LOOPBACK = ['127.0.0.1/32'];
const LIMITS = { method: 'GET', maxBytes: 1000, timeoutMs: 2000 } as const satisfies Partial<OutboundRequest>;

describe('requests to addresses that others gave', () => {
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  beforeEach(async () => {
    receiver = await startReceiver((response, { path }) => {
      if (path === '/moved') response.writeHead(302, { location: '/elsewhere' }).end();
      else if (path === '/large') response.end('x'.repeat(1001));
      else if (path === '/endless') for (let i = 0; i < 50; i++) response.write('x'.repeat(100));
      else if (path !== '/silent') response.writeHead(201, { 'x-kind': 'test' }).end('hello');
    });
  });
  afterEach(() => receiver.close());

  const names = (addresses: readonly string[]) => async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

  it('give the answer whole where the operator allows the network', async () => {
    const answer = await createGuardedRequests({ allowed: LOOPBACK }).send({
      ...LIMITS,
      url: `${receiver.url}/a?b=c`,
      method: 'POST',
      body: 'héllo',
    });
    expect(answer).toMatchObject({ kind: 'answered', status: 201, headers: { 'x-kind': 'test' } });
    expect(answer.kind === 'answered' && Buffer.from(answer.body).toString()).toBe('hello');
    expect(receiver.received).toMatchObject([{ path: '/a?b=c', headers: { 'content-length': '6' } }]);
  });

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://255.255.255.255/',
    'https://224.0.0.1/',
    'http://93.184.215.14/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'https://name:password@example.org/',
    'nonsense',
  ])('never go to %s', async (url) => {
    const requests = createGuardedRequests({ allowed: [], lookup: names(['93.184.215.14']) });
    expect(requests.problemOf(url)).toEqual(expect.any(String));
    expect(await requests.send({ ...LIMITS, url })).toMatchObject({ kind: 'refused' });
  });

  it.each([
    ['inside', ['127.0.0.1']],
    ['partly inside', ['93.184.215.14', '127.0.0.1']],
    ['inside by IPv6', ['::1']],
  ])('never go to a name that leads %s', async (_where, addresses) => {
    const requests = createGuardedRequests({ allowed: [], lookup: names(addresses) });
    expect(await requests.send({ ...LIMITS, url: `https://rebound.example:${receiver.port}/` })).toMatchObject({ kind: 'refused' });
    expect(receiver.received).toEqual([]);
  });

  it('go to the very address that was judged, and ask for it once', async () => {
    let asked = 0;
    const lookup = async () => {
      asked++;
      return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    };
    const requests = createGuardedRequests({ allowed: LOOPBACK, lookup });
    expect(await requests.send({ ...LIMITS, url: `http://rebound.example:${receiver.port}/` })).toMatchObject({ kind: 'answered' });
    expect(receiver.received[0]?.headers['host']).toBe(`rebound.example:${receiver.port}`);
    expect(asked).toBe(1);
    // The second connection is looked up and judged again.
    expect(await requests.send({ ...LIMITS, url: `http://rebound.example:${receiver.port}/` })).toMatchObject({ kind: 'refused' });
  });

  it('do not follow redirects', async () => {
    const answer = await createGuardedRequests({ allowed: LOOPBACK }).send({ ...LIMITS, url: `${receiver.url}/moved` });
    expect(answer).toMatchObject({ kind: 'answered', status: 302 });
    expect(receiver.received).toHaveLength(1);
  });

  it.each(['/large', '/endless'])('stop reading %s', async (path) => {
    expect(await createGuardedRequests({ allowed: LOOPBACK }).send({ ...LIMITS, url: receiver.url + path })).toMatchObject({
      kind: 'too-large',
    });
  });

  it('are given up in time, and when their caller is', async () => {
    const requests = createGuardedRequests({ allowed: LOOPBACK });
    const url = `${receiver.url}/silent`;
    expect(await requests.send({ ...LIMITS, url, timeoutMs: 50 })).toMatchObject({ kind: 'timeout' });
    const controller = new AbortController();
    const sent = requests.send({ ...LIMITS, url, signal: controller.signal });
    controller.abort(new Error('no longer wanted'));
    await expect(sent).rejects.toThrow('no longer wanted');
  });

  it('say why nobody answered', async () => {
    const requests = createGuardedRequests({ allowed: LOOPBACK });
    expect(await requests.send({ ...LIMITS, url: `https://127.0.0.1:${receiver.port}/` })).toMatchObject({ kind: 'unreachable' });
    await receiver.close();
    expect(await requests.send({ ...LIMITS, url: receiver.url })).toEqual({ kind: 'unreachable', detail: 'Nobody listens there.' });
    receiver = await startReceiver();
    const nameless = createGuardedRequests({ allowed: [], lookup: names([]) });
    expect(await nameless.send({ ...LIMITS, url: 'https://no-such-name.example/' })).toMatchObject({ detail: 'The name is not known.' });
  });

  it('take only networks in CIDR form as allowed', () => {
    expect(() => createGuardedRequests({ allowed: ['localhost'] })).toThrow(RangeError);
  });
});
