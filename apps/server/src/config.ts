import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';

/** Repository root: default folders lie there whatever the working directory is. */
const ROOT = resolve(import.meta.dirname, '../../..');

const MIB = 1024 * 1024;
/** Each worker takes some 100 MB; more are set by those who have the memory. */
const MAX_DEFAULT_WORKERS = 4;

const environmentSchema = z.object({
  SNOUT_HOST: z.string().min(1).default('127.0.0.1'),
  SNOUT_PORT: z.coerce.number().int().min(0).max(65_535).default(4873),
  SNOUT_ALLOWED_HOSTS: z.string().default(''),
  SNOUT_DATA: z.string().min(1).default(resolve(ROOT, 'data')),
  SNOUT_MODELS: z.string().min(1).default(resolve(ROOT, 'models')),
  SNOUT_WEB: z.string().min(1).default(resolve(ROOT, 'apps/web/dist')),
  SNOUT_MAX_REQUEST_MIB: z.coerce.number().int().min(1).max(4096).default(200),
  SNOUT_WORKERS: z.coerce.number().int().min(1).max(64).default(Math.min(MAX_DEFAULT_WORKERS, availableParallelism())),
  SNOUT_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** Everything that can be set. docs: see README and docs/operations.md. */
export interface Config {
  /** Address to listen on. There are no accounts yet: anything but the local address opens the gallery to the network. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Host names served besides local ones and IP addresses. */
  readonly allowedHosts: readonly string[];
  readonly dataFolder: string;
  readonly modelsFolder: string;
  /** The built web app. */
  readonly webFolder: string;
  readonly maxRequestBytes: number;
  /** Threads that run the models. */
  readonly workers: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

/** A setting that cannot be used; the message names the variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The only reader of the environment. @throws ConfigError */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`Cannot start with these settings.\n${lines.join('\n')}`);
  }
  const value = parsed.data;
  return {
    host: value.SNOUT_HOST,
    port: value.SNOUT_PORT,
    allowedHosts: value.SNOUT_ALLOWED_HOSTS.split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
    dataFolder: resolve(value.SNOUT_DATA),
    modelsFolder: resolve(value.SNOUT_MODELS),
    webFolder: resolve(value.SNOUT_WEB),
    maxRequestBytes: value.SNOUT_MAX_REQUEST_MIB * MIB,
    workers: value.SNOUT_WORKERS,
    logLevel: value.SNOUT_LOG_LEVEL,
  };
}
