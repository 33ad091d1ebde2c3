/** What an API key can be allowed. `write` does not imply `read`. */
export const API_SCOPES = ['pets:read', 'pets:write', 'recognition', 'webhooks', 'audit:read', 'insurance'] as const;
export type ApiScope = (typeof API_SCOPES)[number];
