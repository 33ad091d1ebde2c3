import { problemSchema } from '@snout/contract';
import type { z } from 'zod';
import { ApiError } from './api-error.ts';

interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
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

async function send(path: string, options: RequestOptions): Promise<Response> {
  const response = await fetch(path, options).catch((error: unknown) => {
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
