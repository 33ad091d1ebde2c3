import { resolve } from 'node:path';
import { EnvironmentError } from './cli-error.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

type Environment = Readonly<Record<string, string | undefined>>;

/** The folders are the server's, so that both work on the same pets. This file is the only reader of the environment. */
export function readDefaults(environment: Environment = process.env) {
  return {
    data: resolve(environment['SNOUT_DATA'] || resolve(ROOT, 'data')),
    models: resolve(environment['SNOUT_MODELS'] || resolve(ROOT, 'models')),
  };
}

/** Where database and photos lie when not in the data folder. */
export interface StorageConfig {
  readonly databaseUrl: string | null;
  readonly objectStorage: {
    /** Null: Amazon's own. */
    readonly endpoint: string | null;
    readonly bucket: string;
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
  } | null;
}

/** The same settings as the server's. @throws EnvironmentError when half of an object storage is named. */
export function readStorageConfig(environment: Environment = process.env): StorageConfig {
  return { databaseUrl: environment['DATABASE_URL'] || null, objectStorage: readObjectStorage(environment) };
}

function readObjectStorage(environment: Environment): StorageConfig['objectStorage'] {
  const [bucket, accessKeyId, secretAccessKey] = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'].map((name) => environment[name]);
  const endpoint = environment['S3_ENDPOINT'] || null;
  if (!bucket && !accessKeyId && !secretAccessKey && !endpoint) return null;
  if (bucket && accessKeyId && secretAccessKey) {
    return { endpoint, bucket, region: environment['S3_REGION'] || 'us-east-1', accessKeyId, secretAccessKey };
  }
  throw new EnvironmentError('Object storage needs S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, all three.');
}
