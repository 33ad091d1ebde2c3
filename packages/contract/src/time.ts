import { z } from 'zod';

/** A time that somebody gives. The database knows no year 0, and nothing here is older or will last longer. */
export const givenTimeSchema = z.iso
  .datetime({ offset: true })
  .refine((time) => /^(?:19|2\d)\d\d-/.test(time), 'A time between the years 1900 and 2999.');
