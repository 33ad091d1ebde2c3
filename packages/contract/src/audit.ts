import { z } from 'zod';
import { withoutControlCharacters } from './field-fault.ts';
import { givenTimeSchema } from './time.ts';

const valuesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export const auditEntrySchema = z
  .object({
    position: z.int().meta({ description: 'Grows with every entry.' }),
    at: z.string().meta({ description: 'ISO 8601, UTC.' }),
    actor: z
      .object({ kind: z.enum(['person', 'api-key', 'service', 'public']), id: z.string().nullable() })
      .meta({ description: '`service`: Snout itself. `public`: somebody without an account.' }),
    action: z.string(),
    record: z.object({ kind: z.string(), id: z.string() }),
    requestId: z.string().nullable(),
    before: valuesSchema.nullable().meta({ description: 'Fields that changed, without secrets and contacts.' }),
    after: valuesSchema.nullable(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntryDto = z.infer<typeof auditEntrySchema>;

export const auditListSchema = z
  .object({
    entries: z.array(auditEntrySchema).meta({ description: 'Newest first.' }),
    pets: z.array(z.object({ id: z.string(), name: z.string() })).meta({
      description: 'What the pets in these entries are called now: those that whoever asks may see. The log itself keeps no names.',
    }),
    next: z.int().nullable().meta({ description: 'Give this as `after` for the next page; null: no more.' }),
  })
  .meta({ id: 'AuditList' });
export type AuditListDto = z.infer<typeof auditListSchema>;

const text = z
  .string()
  .min(1)
  .max(200)
  .refine(...withoutControlCharacters);

/** Which entries; what is left out does not matter. */
export const auditFilterSchema = z.object({
  actorId: text.exactOptional(),
  action: text.exactOptional().meta({ description: 'For example `enrol`.' }),
  recordKind: text.exactOptional().meta({ description: 'For example `pet`.' }),
  recordId: text.exactOptional().meta({ description: 'Only together with `recordKind`.' }),
  since: givenTimeSchema.exactOptional(),
  until: givenTimeSchema.exactOptional().meta({ description: 'Exclusive.' }),
});
export type AuditFilterDto = z.infer<typeof auditFilterSchema>;

export const auditFormatSchema = z.enum(['ndjson', 'csv']);
