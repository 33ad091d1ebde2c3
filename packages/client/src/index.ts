export { allPets } from './all-pets.ts';
export { createSnoutClient, type SnoutClient, type SnoutClientOptions } from './create-snout-client.ts';
export type { components, operations, paths } from './generated/api.ts';
export type { RetryOptions } from './retrying-fetch.ts';
