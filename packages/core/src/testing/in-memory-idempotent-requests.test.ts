import { describeIdempotentRequests } from './describe-idempotent-requests.ts';
import { createInMemoryIdempotentRequests } from './in-memory-idempotent-requests.ts';

describeIdempotentRequests('in memory', async () => createInMemoryIdempotentRequests());
