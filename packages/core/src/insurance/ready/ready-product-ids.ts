/** Terms that come with Snout, by name. Apart from the terms themselves, which the page asks the service for. */
export const READY_PRODUCT_IDS = ['cn-yearly', 'us-yearly', 'gb-yearly'] as const;
export type ReadyProductId = (typeof READY_PRODUCT_IDS)[number];
