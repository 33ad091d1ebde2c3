import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('readConfig', () => {
  it('serves this machine only unless told otherwise', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 4873, allowedHosts: [], logLevel: 'info' });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ SNOUT_PORT: '' }).port).toBe(4873);
  });

  it('reads host names with commas and spaces', () => {
    expect(readConfig({ SNOUT_ALLOWED_HOSTS: 'Snout.example, pets.example,' }).allowedHosts).toEqual(['snout.example', 'pets.example']);
  });

  it.each([
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
