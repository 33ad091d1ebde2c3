import { type Marks, packMarks, unpackMarks } from '@snout/core/matching';
import type { PhotoId } from '@snout/core/recognition';
import { sql } from 'kysely';
import type { Executor } from './database.ts';
import { seenBy, type TenantScope, withinScope } from './tenant-scope.ts';

/** SQLSTATE foreign_key_violation. */
const NAMES_NOTHING = '23503';

export async function marksOf(
  executor: Executor,
  { ids, model }: { readonly ids: readonly PhotoId[]; readonly model: string },
  scope: TenantScope,
): Promise<ReadonlyMap<PhotoId, Marks>> {
  const rows = await executor
    .selectFrom('photo_marks')
    .innerJoin('photos', 'photos.id', 'photo_marks.photo_id')
    // As text of this kind: the embedded database reads a bytea eight times as slowly.
    .select(['photo_marks.photo_id', sql<string>`encode(photo_marks.marks, 'base64')`.as('packed')])
    .where(sql<boolean>`photo_marks.photo_id = any (${[...ids]}::text[])`)
    .where('photo_marks.model', '=', model)
    .where(seenBy(scope, 'photos'))
    .execute();
  return new Map(
    rows.flatMap(({ photo_id: id, packed }): [PhotoId, Marks][] => {
      const marks = unpackMarks(Buffer.from(packed, 'base64'), model);
      return marks === null ? [] : [[id as PhotoId, marks]];
    }),
  );
}

/** A photo that is removed at this very moment is gone: its marks are not kept. */
export async function keepMarks(
  executor: Executor,
  { id, marks }: { readonly id: PhotoId; readonly marks: Marks },
  scope: TenantScope,
): Promise<void> {
  try {
    await withinScope(executor, scope, (own) =>
      sql`
        insert into photo_marks (photo_id, model, marks)
        select id, ${marks.model}, ${packMarks(marks)}::bytea from photos where id = ${id} and ${seenBy(scope, 'photos')}
        on conflict (photo_id) do update set model = excluded.model, marks = excluded.marks
      `.execute(own),
    );
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === NAMES_NOTHING)) throw error;
  }
}
