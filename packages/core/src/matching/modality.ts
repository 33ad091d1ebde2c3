/** What of an animal two photos are compared by. `face`: the templates of the heads; `coat`: the marks of face and coat; `nose`: those of the nose. */
export const MODALITIES = ['face', 'coat', 'nose'] as const;
export type Modality = (typeof MODALITIES)[number];
