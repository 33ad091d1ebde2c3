import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('readConfig', () => {
  it('serves this machine only unless told otherwise', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 4873, allowedHosts: [], logLevel: 'info' });
  });

  it('keeps requests out of the log of a demo, unless they are asked for', () => {
    expect(readConfig({}, { demo: true }).logLevel).toBe('warn');
    expect(readConfig({ SNOUT_LOG_LEVEL: 'info' }, { demo: true }).logLevel).toBe('info');
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ SNOUT_PORT: '' }).port).toBe(4873);
  });

  it('reads host names with commas and spaces', () => {
    expect(readConfig({ SNOUT_ALLOWED_HOSTS: 'Snout.example, pets.example,' }).allowedHosts).toEqual(['snout.example', 'pets.example']);
  });

  it('writes mails to files, makes no traces and shows no metrics unless told where', () => {
    const unset = { mail: { smtpUrl: null }, tracesEndpoint: null, metrics: null, outboundAllowed: [], publicUrl: 'http://localhost:4873' };
    expect(readConfig({})).toMatchObject(unset);
    const set = readConfig({
      SMTP_URL: 'smtp://name:word@mail:587',
      MAIL_FROM: 'Pets <pets@example.org>',
      SNOUT_METRICS_PORT: '9464',
      SNOUT_OUTBOUND_ALLOW: '10.0.0.0/8, fd00::/8',
      SNOUT_PUBLIC_URL: 'https://snout.example/',
    });
    expect(set).toMatchObject({
      mail: { smtpUrl: 'smtp://name:word@mail:587', from: 'Pets <pets@example.org>' },
      metrics: { host: '127.0.0.1', port: 9464 },
      outboundAllowed: ['10.0.0.0/8', 'fd00::/8'],
      publicUrl: 'https://snout.example',
    });
  });

  it('keeps everything in the data folder unless a database and an object storage are named', () => {
    expect(readConfig({})).toMatchObject({ databaseUrl: null, objectStorage: null });
    const keys = { S3_BUCKET: 'photos', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };
    expect(readConfig({ DATABASE_URL: 'postgresql://snout@db/snout', S3_ENDPOINT: 'http://storage:7070', ...keys })).toMatchObject({
      databaseUrl: 'postgresql://snout@db/snout',
      objectStorage: {
        endpoint: 'http://storage:7070',
        bucket: 'photos',
        region: 'us-east-1',
        accessKeyId: 'id',
        secretAccessKey: 'secret',
      },
    });
    expect(readConfig(keys).objectStorage?.endpoint).toBeNull();
  });

  it('takes payments in the sandbox unless Stripe is named, and then wants both secrets', () => {
    const keys = { SNOUT_STRIPE_SECRET_KEY: 'sk_test_hush', SNOUT_STRIPE_WEBHOOK_SECRET: 'whsec_hush' };
    const stripe = { secretKey: 'sk_test_hush', webhookSecret: 'whsec_hush' };
    expect(readConfig({}).payments).toEqual({ provider: 'sandbox', stripe: null });
    expect(readConfig(keys).payments).toEqual({ provider: 'sandbox', stripe });
    expect(readConfig({ ...keys, SNOUT_PAYMENTS: 'stripe' }).payments).toEqual({ provider: 'stripe', stripe });
    expect(() => readConfig({ SNOUT_PAYMENTS: 'stripe' })).toThrow(
      /SNOUT_STRIPE_SECRET_KEY, SNOUT_STRIPE_WEBHOOK_SECRET: missing.*SNOUT_PAYMENTS=sandbox/s,
    );
    for (const name of Object.keys(keys)) expect(() => readConfig({ ...keys, [name]: '' })).toThrow(`${name}: missing`);
    expect(() => readConfig({ ...keys, SNOUT_STRIPE_SECRET_KEY: 'pk_test_hush' })).toThrow(/^(?!.*hush).*SNOUT_STRIPE_SECRET_KEY/s);
  });

  it('names what is missing of an object storage, and no secret', () => {
    const half = { S3_BUCKET: 'photos', S3_SECRET_ACCESS_KEY: 'hush' };
    expect(() => readConfig(half)).toThrow(/S3_ACCESS_KEY_ID: missing/);
    expect(() => readConfig(half)).not.toThrow(/hush/);
    expect(() => readConfig({ S3_ENDPOINT: 'http://storage:7070' })).toThrow(/S3_BUCKET/);
  });

  it.each([
    ['DATABASE_URL', 'mysql://db/snout'],
    ['S3_ENDPOINT', 'storage'],
    ['SNOUT_PORT', '70000'],
    ['SNOUT_PORT', 'many'],
    ['SNOUT_MAX_REQUEST_MIB', '0'],
    ['SNOUT_WORKERS', '1.5'],
    ['SNOUT_LOG_LEVEL', 'loud'],
  ])('names %s when it is %j', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });
});
