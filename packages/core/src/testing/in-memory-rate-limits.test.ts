import { createInMemoryRateLimits } from './in-memory-rate-limits.ts';
import { describeRateLimits } from './suites.ts';

describeRateLimits('in memory', createInMemoryRateLimits);
