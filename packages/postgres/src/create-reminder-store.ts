import type { PetId } from '@snout/core/recognition';
import type { PhotoTime, RemindedPet, ReminderStore } from '@snout/core/reminders';
import { sql } from 'kysely';
import type { Executor } from './database.ts';

interface PetRow {
  readonly id: string;
  readonly name: string;
  readonly birth: { readonly date: string; readonly estimated: boolean } | null;
  readonly person_id: string;
  readonly email: string;
  readonly locale: 'en' | 'zh-CN';
  readonly photos: readonly { readonly view: PhotoTime['view']; readonly taken: string | null; readonly added: string }[];
}

export function createReminderStore(db: Executor): ReminderStore {
  return {
    async pets({ limit, after }) {
      // A personal tenant has the id of its person.
      const { rows } = await sql<PetRow>`
        select pets.id, pets.name, pet_records.profile -> 'birth' as birth, users.id as person_id, users.email, users.locale,
          (select coalesce(jsonb_agg(jsonb_build_object('view', view, 'taken', taken_at, 'added', added_at)), '[]') from photos where pet_id = pets.id) as photos
        from pets
        join users on users.id = pets.tenant_id and users.email_verified
        left join pet_records on pet_records.pet_id = pets.id
        where pet_records.archived_at is null and pet_records.merged_into is null and pets.id > ${after ?? ''}
        order by pets.id
        limit ${limit}
      `.execute(db);
      return rows.map(toPet);
    },
    async note({ petId, view, dueOn }, at) {
      const { rows } = await sql`
        insert into photo_reminders (pet_id, view, due_on, sent_at)
        select id, ${view}, ${dueOn}::date, ${at} from pets where id = ${petId}
        on conflict do nothing
        returning pet_id
      `.execute(db);
      return rows.length > 0;
    },
    async photoTimes(petId) {
      const rows = await db.selectFrom('photos').select(['view', 'taken_at', 'added_at']).where('pet_id', '=', petId).execute();
      return rows.map((row) => ({ view: row.view, takenAt: row.taken_at, addedAt: row.added_at }));
    },
  };
}

function toPet(row: PetRow): RemindedPet {
  return {
    petId: row.id as PetId,
    name: row.name,
    birth: row.birth,
    photos: row.photos.map(({ view, taken, added }) => ({ view, takenAt: taken, addedAt: new Date(added) })),
    owner: { personId: row.person_id, address: row.email, locale: row.locale },
  };
}
