import { z } from 'zod';

export const erasurePlanSchema = z
  .object({
    kind: z
      .enum(['person', 'organisation', 'local'])
      .meta({ description: '`person`: the account too. `local`: what the command line enrolled; the tenant itself stays.' }),
    confirmWith: z.string().meta({ description: 'What has to be sent as `confirmation`.' }),
    pets: z.int(),
    sharedPets: z.int().meta({ description: 'Of these, pets that others care for.' }),
    orphanedOrganisations: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .meta({ description: 'Organisations without another owner: they need one first, or are to be erased first.' }),
    operatorStays: z.boolean().meta({ description: 'This account runs the installation, and there are others.' }),
    isFresh: z.boolean().meta({ description: 'Signed in within the last ten minutes, as erasing asks for.' }),
    backupDays: z.int().meta({ description: 'Backups are kept no longer.' }),
  })
  .meta({ id: 'ErasurePlan' });
export type ErasurePlanDto = z.infer<typeof erasurePlanSchema>;

export const newErasureSchema = z.object({
  confirmation: z.string().max(300).meta({ description: 'See `confirmWith` of the plan.' }),
  alsoSharedPets: z.boolean().default(false).meta({ description: 'Pets that others care for are erased too, for these others as well.' }),
});

export const erasureSchema = z
  .object({
    id: z.string(),
    requestedAt: z.string().meta({ description: 'ISO 8601, UTC.' }),
    backupsUntil: z.string().meta({ description: 'The day on which the last backup that may hold it is deleted.' }),
  })
  .meta({ id: 'Erasure' });
export type ErasureDto = z.infer<typeof erasureSchema>;
