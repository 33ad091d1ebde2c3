import { composeMail, SEND_MAIL } from '../notifications/index.ts';
import { type PetRecord, type PetsDeps, type PetsTransaction, secretSha256 } from '../pets/index.ts';
import { LostAndFoundError } from './lost-and-found-error.ts';

type Deps = Pick<PetsDeps, 'petsUnitOfWork' | 'clock'> & {
  /** The page's address as the world sees it, without a slash at the end. */
  readonly publicUrl: string;
};

/** Characters. */
export const FOUND_MESSAGE_LIMITS = { message: 1000, contact: 160 } as const;

/** Messages about one pet within a day: whoever finds it writes once. */
export const MESSAGES_PER_DAY = 5;

export interface FoundMessage {
  /** What the search gave. */
  readonly ticket: string;
  readonly message: string;
  /** How the finder wants to be reached, if at all. */
  readonly contact: string | null;
}

/**
 * Hands a finder's message on to the owners by mail; neither side learns an address but what the finder wrote. Links are taken out: the
 * first word of a stranger leads nowhere. The ticket is good once. Pets that may not be found any more are left out, silently.
 * @throws LostAndFoundError `found-ticket-over`, `found-message-empty`, `found-messages-too-many`.
 */
export async function leaveFoundMessage(deps: Deps, { ticket: token, message, contact }: FoundMessage): Promise<void> {
  const words = withoutLinks(message).trim();
  if (words.replaceAll(LINK_MARK, '').trim() === '')
    throw new LostAndFoundError('found-message-empty', 'Write a few words: where the animal is, and how it is.');
  const tokenSha256 = await secretSha256(token);
  await deps.petsUnitOfWork.run(async (stores) => {
    const now = deps.clock.now();
    const ticket = await stores.found.takeTicket(tokenSha256, now);
    if (ticket === null) {
      throw new LostAndFoundError('found-ticket-over', 'A message was left already, or too much time has passed: search again.');
    }
    const findable = await stores.found.findableAmong(ticket.petIds);
    const said = { message: words, contact: contact === null ? null : withoutLinks(contact).trim() || null };
    let full = 0;
    let told = 0;
    for (const [index, id] of ticket.petIds.entries()) {
      const pet = findable.has(id) ? await stores.pets.find(id) : null;
      if (pet === null) continue;
      if ((await stores.found.countMessage(id, now)) > MESSAGES_PER_DAY) {
        full++;
        continue;
      }
      const link = `${deps.publicUrl}/pets/${encodeURIComponent(id)}`;
      await mailOwners(stores, pet, { ...said, sure: ticket.isSure && index === 0, link });
      told++;
    }
    if (told === 0 && full > 0) {
      throw new LostAndFoundError('found-messages-too-many', 'Several people wrote about this animal today. Try again tomorrow.');
    }
  });
}

interface Said {
  readonly sure: boolean;
  readonly message: string;
  readonly contact: string | null;
  readonly link: string;
}

async function mailOwners({ people, jobs }: Pick<PetsTransaction, 'people' | 'jobs'>, pet: PetRecord, said: Said): Promise<void> {
  for (const { address: to, locale } of await people.contacts(pet.tenant)) {
    const mail = composeMail({ to, kind: 'found-pet', locale, data: { pet: pet.profile.name, ...said } });
    await jobs.enqueue(SEND_MAIL, mail);
  }
}

/** Stands where a link was. */
const LINK_MARK = '…';

/** Also those that mail programs make links of by themselves; addresses of people stay. */
function withoutLinks(text: string): string {
  return text
    .replace(/\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S+/giu, LINK_MARK)
    .replace(/(?<![@\w.-])(?:[\w-]+\.)+[a-z]{2,}\/\S*/giu, LINK_MARK);
}
