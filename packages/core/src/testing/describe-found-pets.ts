import { describe, expect, it } from 'vitest';
import { allowFinding, FOUND_TICKET_MS, leaveFoundMessage, MESSAGES_PER_DAY, mayBeFound, searchFoundPet } from '../lost-and-found/index.ts';
import type { Mail } from '../notifications/index.ts';
import { acceptInvitation, invite, setArchived } from '../pets/index.ts';
import { petFixture, photoFixture } from './enrolled-photo-fixture.ts';
import { filesOf, type PetsUnderTest, petActor, usePets } from './use-pets.ts';

const [ann, bob, cem] = [petActor('ann'), petActor('bob'), petActor('cem')];

/** What is under test, and the mails that were enqueued. */
export type CreateFoundPets = () => Promise<PetsUnderTest & { mails(): readonly Mail[] | Promise<readonly Mail[]> }>;

/** Finding other people's pets, on some stores: every implementation of PetsUnitOfWork passes it. */
export function describeFoundPets(name: string, create: CreateFoundPets): void {
  describe(`found animals: ${name}`, () => {
    let mails: () => readonly Mail[] | Promise<readonly Mail[]>;
    const { deps, photo, register } = usePets(async () => {
      const created = await create();
      mails = () => created.mails();
      return created;
    });
    const search = (animal: string) => searchFoundPet(deps(), [photo(animal)]);
    const ticketFor = async (animal: string) => {
      const answer = await search(animal);
      return 'ticket' in answer ? answer.ticket : answer.kind;
    };
    const leave = (ticket: string, message = 'By the mill.', contact: string | null = null) =>
      leaveFoundMessage({ ...deps(), publicUrl: 'https://snout.example' }, { ticket, message, contact });
    const findable = async () => {
      const mia = await register(ann, 'Mia');
      await allowFinding(deps(), ann, { petId: mia.id, findable: true });
      return mia;
    };
    it('are likely registered, or not; nothing else is told, and no photo is kept', async () => {
      const mia = await findable();
      const before = await filesOf(deps().photos);
      const answer = await search('Mia');
      expect(answer).toEqual({ kind: 'likely', ticket: expect.any(String), expiresAt: expect.any(String) });
      expect(JSON.stringify(answer)).not.toMatch(new RegExp(`Mia|${ann.tenant}|${mia.id}`));
      expect(await search('Somebody else')).toEqual({ kind: 'none' });
      expect(await filesOf(deps().photos)).toEqual(before);
    });

    it('are not looked for among pets whose owners do not want it, archived ones, and those of a new owner who did not say', async () => {
      const mia = await findable();
      await allowFinding(deps(), ann, { petId: mia.id, findable: false });
      expect(await mayBeFound(deps(), ann, mia.id)).toBe(false);
      expect(await search('Mia')).toEqual({ kind: 'none' });
      await allowFinding(deps(), ann, { petId: mia.id, findable: true });
      await setArchived(deps(), ann, { petId: mia.id, archived: true });
      expect(await search('Mia')).toEqual({ kind: 'none' });
      await setArchived(deps(), ann, { petId: mia.id, archived: false });
      expect(await search('Mia')).toMatchObject({ kind: 'likely' });
      await allowFinding(deps(), ann, { petId: mia.id, findable: false });
      const usual = await mayBeFound(deps(), bob, (await register(bob, 'Max')).id);
      await acceptInvitation(deps(), bob, (await invite(deps(), ann, { petId: mia.id, kind: 'transfer' })).token);
      expect(await mayBeFound(deps(), bob, mia.id)).toBe(usual);
    });

    it('are looked for among those that may be found alone, however many others look more alike', async () => {
      const mia = await findable();
      const asked = photo('Mia');
      const analysis = await deps().recogniser.analyse(asked.bytes);
      const template = analysis.kind === 'analysed' ? analysis.photo.heads[0]?.template : undefined;
      if (template === undefined) throw new Error('The photo shows no head.');
      await deps().petsUnitOfWork.run(async ({ gallery, found }) => {
        for (let number = 0; number < 60; number++) {
          const hidden = petFixture(`hidden-${number}`);
          await gallery.visibleTo([bob.tenant]).addPet(hidden, [photoFixture(hidden.id, hidden, { template })]);
          await found.setFindable(hidden.id, false);
        }
      });
      expect((await deps().gallery.search({ ...template, species: 'cat', limit: 1 })).hits[0]?.pet.id).toMatch(/^hidden/);
      const query = { ...template, species: 'cat', limit: 3, findable: true } as const;
      expect(await deps().gallery.search(query)).toMatchObject({ hits: [{ pet: { id: mia.id } }], searched: 1 });
      const answer = await searchFoundPet(deps(), [asked]);
      expect(answer).toMatchObject({ kind: 'likely' });
      await leave('ticket' in answer ? answer.ticket : '');
      expect((await mails()).map(({ text }) => text)).toEqual([expect.stringContaining(mia.id)]);
    });

    it("are the owner's to allow: a carer may look, and to others the pet does not exist", async () => {
      const mia = await findable();
      await acceptInvitation(deps(), bob, (await invite(deps(), ann, { petId: mia.id, kind: 'carer' })).token);
      expect(await mayBeFound(deps(), bob, mia.id)).toBe(true);
      await expect(allowFinding(deps(), bob, { petId: mia.id, findable: false })).rejects.toMatchObject({ code: 'owner-only' });
      await expect(mayBeFound(deps(), cem, mia.id)).rejects.toMatchObject({ code: 'pet-not-found' });
    });

    it('are asked for alone in the photo, and to be seen', async () => {
      await findable();
      expect(await searchFoundPet(deps(), [photo('Mia', 'Max')])).toMatchObject({
        kind: 'rejected',
        problems: [{ kind: 'several-heads' }],
      });
      expect(await searchFoundPet(deps(), [photo()])).toMatchObject({ kind: 'rejected', problems: [{ kind: 'no-head' }] });
      expect(await searchFoundPet(deps(), [photo(), photo('Mia')])).toMatchObject({ kind: 'likely' });
    });

    it('lead to one message for the owner, with what the finder wrote and without links', async () => {
      const mia = await findable();
      const ticket = await ticketFor('Mia');
      await leave(ticket, 'By the mill.\nSee https://evil.example/pay or www.evil.example', 'finder@example.org');
      expect(await mails()).toMatchObject([
        { kind: 'found-pet', to: expect.stringContaining('@'), text: expect.stringContaining(`https://snout.example/pets/${mia.id}`) },
      ]);
      const [{ text = '' } = {}] = await mails();
      expect(text).toContain('> By the mill.\n> See … or …');
      expect(text).toContain('finder@example.org');
      expect(text).not.toContain('evil.example');
      await expect(leave(ticket)).rejects.toMatchObject({ code: 'found-ticket-over' });
      await expect(leave('guessed')).rejects.toMatchObject({ code: 'found-ticket-over' });
      expect(await mails()).toHaveLength(1);
    });

    it('leave the ticket good after an empty message, and not after its time', async () => {
      await findable();
      const ticket = await ticketFor('Mia');
      await expect(leave(ticket, ' www.evil.example ')).rejects.toMatchObject({ code: 'found-message-empty' });
      deps().clock.advance(FOUND_TICKET_MS);
      await expect(leave(ticket)).rejects.toMatchObject({ code: 'found-ticket-over' });
      expect(await mails()).toEqual([]);
    });

    it('lead to no message when the owner has changed her mind meanwhile', async () => {
      const mia = await findable();
      const ticket = await ticketFor('Mia');
      await allowFinding(deps(), ann, { petId: mia.id, findable: false });
      await leave(ticket);
      expect(await mails()).toEqual([]);
    });

    it('do not fill the letter box of an owner', async () => {
      await findable();
      for (let sent = 0; sent < MESSAGES_PER_DAY; sent++) await leave(await ticketFor('Mia'));
      const ticket = await ticketFor('Mia');
      await expect(leave(ticket)).rejects.toMatchObject({ code: 'found-messages-too-many' });
      expect(await mails()).toHaveLength(MESSAGES_PER_DAY);
      deps().clock.advance(24 * 60 * 60 * 1000);
      await leave(await ticketFor('Mia'));
      expect(await mails()).toHaveLength(MESSAGES_PER_DAY + 1);
    });
  });
}
