import { problemSchema, TENANT_HEADER } from '@snout/contract';
import type { z } from 'zod';
import { chosenTenant } from '../tenant/chosen-tenant.ts';
import { ApiError } from './api-error.ts';
import { postWithProgress, type Sent } from './post-with-progress.ts';

interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: FormData;
  /** Sent as JSON, instead of `body`. */
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Hears how much of `body` has left; the method is POST then, and there is no `signal`. */
  readonly onSent?: (sent: Sent) => void;
  /** In whose name; null: of all that the person belongs to. Without it as the person chose in this browser. */
  readonly tenant?: string | null | undefined;
}

/** Asks the service and checks its answer against the contract. @throws ApiError */
export async function request<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  options: RequestOptions = {},
): Promise<z.infer<Schema>> {
  const response = await send(path, options);
  const parsed = schema.safeParse(await readJson(response));
  if (!parsed.success) throw new ApiError({ kind: 'unexpected' });
  return parsed.data;
}

/** Asks for something that has no answer but success. @throws ApiError */
export async function requestNothing(path: string, options: RequestOptions): Promise<void> {
  await send(path, options);
}

async function send(path: string, { json, onSent, tenant = chosenTenant(), ...options }: RequestOptions): Promise<Response> {
  const headers = {
    ...options.headers,
    ...(tenant === null ? {} : { [TENANT_HEADER]: tenant }),
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const body = json === undefined ? {} : { body: JSON.stringify(json) };
  const asked =
    onSent && options.body
      ? postWithProgress(path, { body: options.body, headers, onSent })
      : fetch(path, { ...options, ...body, headers });
  const response = await asked.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError({ kind: 'offline' });
  });
  if (response.ok) return response;
  const problem = problemSchema.safeParse(await readJson(response));
  throw new ApiError(problem.success ? { kind: 'problem', problem: problem.data } : { kind: 'unexpected' });
}

async function readJson(response: Response): Promise<unknown> {
  return response.json().catch(() => null);
}
