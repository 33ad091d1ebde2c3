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
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'The address of a PostgreSQL database is expected: postgresql://user:password@host/name.')
    .optional(),
  S3_BUCKET: z.string().min(1).optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  SNOUT_DATA: z.string().min(1).optional(),
  SNOUT_MODELS: z.string().min(1).default(resolve(ROOT, 'models')),
  SNOUT_WEB: z.string().min(1).default(resolve(ROOT, 'apps/web/dist')),
  SNOUT_MAX_REQUEST_MIB: z.coerce.number().int().min(1).max(4096).default(200),
  SNOUT_WORKERS: z.coerce.number().int().min(1).max(64).default(Math.min(MAX_DEFAULT_WORKERS, availableParallelism())),
  SNOUT_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SNOUT_SECRET: z.string().min(32).optional(),
  SNOUT_API_KEY_RATE: z.coerce.number().int().min(1).max(1_000_000).default(600),
  SNOUT_CLIENT_ADDRESS_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/)
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Snout <snout@localhost>'),
  SNOUT_CONTACT: z.url({ protocol: /^(https|mailto)$/ }).default('mailto:snout@localhost'),
  SNOUT_OUTBOUND_ALLOW: z
    .string()
    .default('')
    .transform(parts)
    .pipe(z.array(z.union([z.cidrv4(), z.cidrv6()], 'Networks are written as 10.0.0.0/8.'))),
  SNOUT_PAYMENTS: z.enum(['sandbox', 'stripe']).default('sandbox'),
  SNOUT_STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[sr]k_/, 'A secret or restricted key of Stripe is expected: sk_... or rk_....')
    .optional(),
  SNOUT_STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_/, "The signing secret of Stripe's webhook endpoint is expected: whsec_....")
    .optional(),
  SNOUT_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  SNOUT_METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  SNOUT_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
});

/** Everything that can be set. docs: see README and docs/operations.md. */
export interface Config {
  /** Address to listen on. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Host names served besides local ones and IP addresses. */
  readonly allowedHosts: readonly string[];
  /** Of PostgreSQL; null: the embedded database in the data folder. */
  readonly databaseUrl: string | null;
  /** S3-compatible object storage for the photos; null: the data folder. */
  readonly objectStorage: ObjectStorage | null;
  readonly dataFolder: string;
  readonly modelsFolder: string;
  /** The built web app. */
  readonly webFolder: string;
  readonly maxRequestBytes: number;
  /** Threads that run the models. */
  readonly workers: number;
  /** Where people find the page, for links in mails; without a slash at the end. */
  readonly publicUrl: string;
  /** Signs cookies; null: made at the first start and kept in the database. */
  readonly secret: string | null;
  /** Header in which the proxy in front says who asks, e.g. "x-forwarded-for"; null: there is no proxy. */
  readonly clientAddressHeader: string | null;
  /** Requests a minute of one API key, in one process. */
  readonly apiKeyRate: number;
  readonly mail: MailSettings;
  /** For push services: whom to turn to about our messages; "mailto:..." or "https://...". */
  readonly contact: string;
  /** Networks that requests to addresses given by others may go to, besides the public internet. CIDR. */
  readonly outboundAllowed: readonly string[];
  readonly payments: PaymentSettings;
  /** Where Prometheus finds the metrics; null: nowhere. Nobody is asked who there is. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** OTLP over HTTP, for traces; null: none are made. */
  readonly tracesEndpoint: string | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

export interface MailSettings {
  /** Null: mails become files in the data folder's `outbox`. */
  readonly smtpUrl: string | null;
  /** "Snout <snout@example.org>" */
  readonly from: string;
}

export interface PaymentSettings {
  /** Takes new payments. */
  readonly provider: 'sandbox' | 'stripe';
  /** Also where the sandbox takes new ones: for payments from before. Null: Stripe has none. */
  readonly stripe: { readonly secretKey: string; readonly webhookSecret: string } | null;
}

export interface ObjectStorage {
  /** Null: Amazon's own. */
  readonly endpoint: string | null;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A setting that cannot be used; the message names the variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * The only reader of the environment. `demo`: with a data folder of its own unless one is named, and without a mail server, since the
 * people of the demo have no mailboxes; requests are not logged unless asked for, so that whom to sign in as stays in sight. @throws ConfigError
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  { demo = false }: { readonly demo?: boolean } = {},
): Config {
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
    allowedHosts: parts(value.SNOUT_ALLOWED_HOSTS.toLowerCase()),
    databaseUrl: value.DATABASE_URL ?? null,
    objectStorage: objectStorageOf(value),
    dataFolder: resolve(value.SNOUT_DATA ?? resolve(ROOT, demo ? 'data-demo' : 'data')),
    modelsFolder: resolve(value.SNOUT_MODELS),
    webFolder: resolve(value.SNOUT_WEB),
    maxRequestBytes: value.SNOUT_MAX_REQUEST_MIB * MIB,
    workers: value.SNOUT_WORKERS,
    publicUrl: (value.SNOUT_PUBLIC_URL ?? `http://localhost:${value.SNOUT_PORT}`).replace(/\/+$/, ''),
    secret: value.SNOUT_SECRET ?? null,
    clientAddressHeader: value.SNOUT_CLIENT_ADDRESS_HEADER ?? null,
    apiKeyRate: value.SNOUT_API_KEY_RATE,
    mail: { smtpUrl: demo ? null : (value.SMTP_URL ?? null), from: value.MAIL_FROM },
    contact: value.SNOUT_CONTACT,
    outboundAllowed: value.SNOUT_OUTBOUND_ALLOW,
    payments: paymentsOf(value),
    metrics: value.SNOUT_METRICS_PORT === undefined ? null : { host: value.SNOUT_METRICS_HOST, port: value.SNOUT_METRICS_PORT },
    tracesEndpoint: value.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    logLevel: value.SNOUT_LOG_LEVEL ?? (demo ? 'warn' : 'info'),
  };
}

function paymentsOf(value: z.infer<typeof environmentSchema>): PaymentSettings {
  const { SNOUT_PAYMENTS: provider, SNOUT_STRIPE_SECRET_KEY: secretKey, SNOUT_STRIPE_WEBHOOK_SECRET: webhookSecret } = value;
  if (secretKey !== undefined && webhookSecret !== undefined) return { provider, stripe: { secretKey, webhookSecret } };
  if (provider === 'sandbox' && secretKey === undefined && webhookSecret === undefined) return { provider, stripe: null };
  const missing = [
    secretKey === undefined ? 'SNOUT_STRIPE_SECRET_KEY' : [],
    webhookSecret === undefined ? 'SNOUT_STRIPE_WEBHOOK_SECRET' : [],
  ].flat();
  throw new ConfigError(
    `Cannot start with these settings.\n${missing.join(', ')}: missing; payments by Stripe need both. Set them, or take SNOUT_PAYMENTS=sandbox and neither, which moves no money.`,
  );
}

function objectStorageOf(value: z.infer<typeof environmentSchema>): ObjectStorage | null {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = value;
  const missing = Object.entries({ S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey })
    .filter(([, given]) => given === undefined)
    .map(([name]) => name);
  if (missing.length === 3 && value.S3_ENDPOINT === undefined) return null;
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
    throw new ConfigError(`Cannot start with these settings.\n${missing.join(', ')}: missing; object storage needs all of them.`);
  }
  return { endpoint: value.S3_ENDPOINT ?? null, bucket, region: value.S3_REGION, accessKeyId, secretAccessKey };
}

/** Of a list with commas. */
function parts(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
