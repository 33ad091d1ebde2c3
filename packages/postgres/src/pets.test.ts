import type { TenantId } from '@snout/core/accounts';
import { createJobRegistry, defineJob } from '@snout/core/jobs';
import { mayBeFound } from '@snout/core/lost-and-found';
import { type Mail, SEND_MAIL } from '@snout/core/notifications';
import type { PetId } from '@snout/core/recognition';
import { createCountingIds, createFixedClock, createInMemoryJobs } from '@snout/core/testing';
import { describeFoundPets, describePetMerges, describePets, describeSharing, petActor } from '@snout/core/testing/suites';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGallery } from './create-gallery.ts';
import { createPetsUnitOfWork } from './create-pets-unit-of-work.ts';
import type { Database } from './database.ts';
import { openInMemory } from './open-embedded.ts';
import { openServer } from './open-server.ts';
import { createTemplateIndex } from './template-index.ts';
import { addPeople, addTenants, describeOnPostgres } from './testing/index.ts';

describe('embedded', () => describeStores(() => openInMemory()));
describeOnPostgres('on a server', (url) => describeStores(() => openServer(url())));
describeOnPostgres('on a server, by the index over the vectors', (url) =>
  describeStores(() => openServer(url(), { exactMost: 0, countsKeptMs: 0 })),
);

function describeStores(open: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  }, 300_000);
  afterAll(() => database.close());
  const create = async () => {
    await sql`truncate pets, found_tickets cascade`.execute(database.db);
    // Dee acts for others and has nothing of her own.
    await addPeople(
      database,
      ['ann', 'bob', 'cem', 'dee'].map((name) => petActor(name).user),
    );
    for (const { tenant, user } of ['ann', 'bob', 'cem'].map(petActor)) {
      await addTenants(database, [tenant]);
      await sql`insert into members (tenant_id, user_id, role) values (${tenant}, ${user}, 'owner') on conflict do nothing`.execute(
        database.db,
      );
    }
    const { db, approximate } = database;
    // The index of the open database does not hear of the truncation.
    const index = database.index && createTemplateIndex(db);
    const sent: Mail[] = [];
    const jobs = createInMemoryJobs(createJobRegistry([SEND_MAIL], [collecting(sent)]), createFixedClock());
    return {
      gallery: createGallery({ db, index, approximate }),
      petsUnitOfWork: createPetsUnitOfWork(
        { db, index, approximate },
        { clock: createFixedClock(), ids: createCountingIds(), jobsWithin: () => jobs },
      ),
      async mails() {
        await jobs.runUntilEmpty({ ahead: true });
        return sent;
      },
    };
  };
  describePets('in the database', create);
  describePetMerges('in the database', create);
  describeSharing('in the database', create);
  describeFoundPets('in the database', create);

  it('pets of people may be found unless they say otherwise, those of organisations only when they say so', async () => {
    const { gallery, petsUnitOfWork } = await create();
    const person = 'user-ann' as TenantId;
    const organisation = petActor('ann').tenant;
    for (const tenant of [person, organisation]) {
      const id = `of ${tenant}` as PetId;
      await gallery.visibleTo([tenant]).addPet({ id, name: 'Mia', species: 'cat', enrolledAt: '2026-01-01T00:00:00.000Z' }, []);
      const actor = { kind: 'person', user: 'user-ann', tenants: [tenant] } as const;
      expect([tenant, await mayBeFound({ petsUnitOfWork }, actor, id)]).toEqual([tenant, tenant === person]);
    }
  });
}

function collecting(sent: Mail[]) {
  return defineJob({
    kind: SEND_MAIL,
    payload: { parse: (stored: unknown) => stored as Mail },
    options: { attempts: 1, retryAfterSeconds: 1, timeoutSeconds: 1, concurrency: 1 },
    run: async (mail) => {
      sent.push(mail);
    },
  });
}
