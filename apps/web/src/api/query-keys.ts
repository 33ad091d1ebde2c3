/** Names of what the page keeps from the service. */
export const QUERY_KEYS = {
  about: ['about'],
  pets: ['pets'],
  pet: (petId: string) => ['pets', petId],
} as const;
