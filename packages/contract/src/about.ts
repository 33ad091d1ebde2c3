import { z } from 'zod';

export const healthSchema = z
  .object({ status: z.literal('ok') })
  .meta({ id: 'Health', description: 'The service answers and its database does too.' });
export type HealthDto = z.infer<typeof healthSchema>;

export const aboutSchema = z
  .object({
    name: z.literal('Snout'),
    version: z.string(),
    models: z.object({
      detector: z.string(),
      embedder: z.string(),
      quality: z.string(),
      marks: z.string().meta({ description: 'Finds the marks of face and coat.' }),
      pipeline: z.string().meta({ description: 'Version of the photo pipeline; every template carries it.' }),
    }),
    limits: z.object({
      photosPerRequest: z.int(),
      requestBytes: z.int(),
    }),
    licence: z.object({
      code: z.string().meta({ description: 'SPDX expression.' }),
      weights: z.string().meta({ description: 'SPDX expression.' }),
      attribution: z.string(),
    }),
  })
  .meta({ id: 'About' });
export type AboutDto = z.infer<typeof aboutSchema>;
