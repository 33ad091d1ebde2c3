import { IMPORT_OUTCOMES, PHOTO_FILE_FAULTS } from '@snout/core/imports';
import { z } from 'zod';
import { fieldFaultSchema, withoutControlCharacters } from './field-fault.ts';
import { speciesSchema } from './head.ts';
import { petNameSchema } from './pet.ts';
import { newProfileSchema } from './pet-profile.ts';
import { MAX_PHOTOS_PER_REQUEST, photoProblemSchema } from './photo.ts';
import { flagSchema } from './photo-form.ts';

/** Rows of one file. */
export const MAX_IMPORT_ROWS = 10_000;

const { birth: _birth, ...profileShape } = newProfileSchema.shape;

/** A row as NDJSON has it; in CSV, lists are separated by "|" or ";" and flags are true, yes, 1 or false, no, 0. */
export const importRowSchema = z
  .strictObject({
    name: petNameSchema,
    species: speciesSchema.optional(),
    photos: z
      .array(z.string().trim().min(1).max(2000))
      .min(1)
      .max(MAX_PHOTOS_PER_REQUEST)
      .meta({ description: 'Names of files in the zip, or addresses that begin with https://.' }),
    reference: z
      .string()
      .max(200)
      .refine(...withoutControlCharacters)
      .optional()
      .meta({ description: 'What another system calls the row; comes back with its result.' }),
    birthDate: z.string().max(10).optional().meta({ description: '2024-05-17, 2024-05 or 2024.' }),
    birthEstimated: z.boolean().optional(),
    ...profileShape,
    sameAnimal: z.boolean().optional().meta({ description: 'A person says that all photos of the row show one animal.' }),
    allowDuplicate: z
      .boolean()
      .optional()
      .meta({ description: 'A person has looked at the pets found and says that this is another animal.' }),
  })
  .meta({ id: 'ImportRow' });

export const newImportSchema = z.object({
  file: z.file().meta({
    type: 'string',
    format: 'binary',
    description: `A .csv, .ndjson or .jsonl file (UTF-8, at most ${MAX_IMPORT_ROWS} rows, each an ImportRow), or a zip with one such file and the photos that its rows name.`,
  }),
  photos: z.file().optional().meta({
    type: 'string',
    format: 'binary',
    description: 'Beside a file that is no zip: a zip with the photos that its rows name.',
  }),
  dryRun: flagSchema.meta({
    description:
      'Everything is looked at as if it were imported, and nothing is kept. Rows of the file are compared with the pets that are registered; with each other by photo files and microchips alone, so that rows whose animals merely look alike are found when they are imported.',
  }),
});

export const importSchema = z
  .object({
    id: z.string(),
    fileName: z.string(),
    dryRun: z.boolean(),
    state: z.enum(['waiting', 'running', 'finished', 'cancelled']),
    rows: z.int().meta({ description: 'Of the file.' }),
    done: z.int().meta({ description: 'Rows that have a result.' }),
    created: z.int().meta({ description: 'In a dry run: could be.' }),
    duplicates: z.int(),
    errors: z.int(),
    createdAt: z.string().meta({ description: 'ISO 8601, UTC.' }),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Import' });
export type ImportDto = z.infer<typeof importSchema>;

export const importListSchema = z
  .object({ imports: z.array(importSchema).meta({ description: 'Newest first.' }) })
  .meta({ id: 'ImportList' });
export type ImportListDto = z.infer<typeof importListSchema>;

export const importOutcomeSchema = z.enum(IMPORT_OUTCOMES).meta({ id: 'ImportOutcome' });

const reasonBase = z.object({ message: z.string().meta({ description: 'In English.' }) });
export const importReasonSchema = z
  .discriminatedUnion('kind', [
    fieldFaultSchema.extend({ kind: z.literal('field') }),
    reasonBase.extend({ kind: z.literal('photo'), problem: photoProblemSchema }),
    reasonBase.extend({ kind: z.literal('photo-file'), photo: z.string(), fault: z.enum(PHOTO_FILE_FAULTS) }),
    reasonBase.extend({
      kind: z.literal('duplicate'),
      why: z.enum(['same-file', 'same-photo', 'looks-alike', 'same-microchip']),
      pet: z.object({ id: z.string(), name: z.string() }).nullable().meta({ description: 'Null: of another account.' }),
    }),
    reasonBase.extend({
      kind: z.literal('same-in-file'),
      why: z.enum(['same-file', 'same-microchip']),
      row: z.int().meta({ description: 'The earlier row of the file.' }),
    }),
    reasonBase.extend({ kind: z.enum(['photos-too-large', 'given-up', 'other']) }),
  ])
  .meta({
    id: 'ImportReason',
    description: 'Why a row ended as it did; for a pet that was made, photos that were left out. `given-up`: a fault of the service.',
  });
export type ImportReasonDto = z.infer<typeof importReasonSchema>;

export const importResultSchema = z
  .object({
    row: z.int().meta({ description: 'From 1, without the line of names.' }),
    reference: z.string(),
    name: z.string(),
    outcome: importOutcomeSchema,
    petId: z.string().nullable().meta({ description: 'The pet that was made, or the own pet that is there already.' }),
    detail: z.string().meta({ description: 'What happened and what to do, in English.' }),
    reasons: z.array(importReasonSchema).meta({ description: 'The same for programs.' }),
  })
  .meta({ id: 'ImportResult' });
export type ImportResultDto = z.infer<typeof importResultSchema>;

export const importResultsSchema = z
  .object({
    results: z.array(importResultSchema).meta({ description: 'By row.' }),
    next: z.int().nullable().meta({ description: 'Give this as `after` for the next page; null: no more so far.' }),
  })
  .meta({ id: 'ImportResults' });
export type ImportResultsDto = z.infer<typeof importResultsSchema>;
