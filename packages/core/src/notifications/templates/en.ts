import type { MailTemplates } from '../mail-words.ts';

const NOT_YOU = 'If this was not you, you need not do anything.';

export const en: MailTemplates = {
  signature: 'Snout: every pet has an identity.',
  unsubscribe: 'No more mails of this kind:',
  kinds: {
    'verify-address': ({ link, validHours }) => ({
      subject: 'Confirm your e-mail address',
      paragraphs: ['Welcome to Snout. Please confirm that this address is yours.'],
      action: { label: 'Confirm the address', link },
      notes: [`The link is valid for ${count(validHours, 'hour')}.`, NOT_YOU],
    }),
    'already-registered': ({ link }) => ({
      subject: 'You already have an account',
      paragraphs: [
        'Somebody, hopefully you, tried to make a Snout account with this address. It has one already: sign in, or ask for a link or a new password there.',
      ],
      action: { label: 'Sign in', link },
      notes: [`${NOT_YOU} Nobody was told that you have an account.`],
    }),
    'sign-in-link': ({ link, validMinutes }) => ({
      subject: 'Your link to sign in',
      paragraphs: ['Open this link on the device on which you want to sign in.'],
      action: { label: 'Sign in', link },
      notes: [`The link works once and is valid for ${count(validMinutes, 'minute')}. Never pass it on.`, NOT_YOU],
    }),
    'reset-password': ({ link, validMinutes }) => ({
      subject: 'Choose a new password',
      paragraphs: ['Somebody, hopefully you, asked for a new password.'],
      action: { label: 'Choose a password', link },
      notes: [`The link works once and is valid for ${count(validMinutes, 'minute')}.`, `${NOT_YOU} Your password stays as it is.`],
    }),
    invitation: ({ inviter, organisation, link, validDays }) => ({
      subject: `Invitation to ${organisation}`,
      paragraphs: [`${inviter} invites you to work with ${organisation} on Snout.`],
      action: { label: 'See the invitation', link },
      notes: [`The invitation is valid for ${count(validDays, 'day')}.`, 'If you do not know the sender, you need not do anything.'],
    }),
    'carer-invitation': ({ from, pet, link, validDays }) => ({
      subject: `Care for ${pet} together`,
      paragraphs: [`${from} invites you to care for ${pet}: you see the profile, photos and history, and may add to them.`],
      action: { label: 'See the invitation', link },
      notes: [`The invitation is valid for ${count(validDays, 'day')}.`, 'If you do not know this pet, you need not do anything.'],
    }),
    'found-pet': ({ pet, sure, message, contact, link }) => ({
      subject: sure ? `Somebody may have found ${pet}` : `Is this ${pet}? Somebody found an animal that looks alike`,
      paragraphs: [
        sure
          ? `Somebody photographed an animal that Snout takes for ${pet}, and left this message:`
          : `Somebody photographed an animal that looks like ${pet}, though Snout is not sure, and left this message:`,
        { quote: message },
        contact === null ? 'They gave no way to answer them.' : `This is how they want to be reached: ${contact}`,
      ],
      action: { label: `Open ${pet}`, link },
      notes: [
        'We do not know who wrote this. They have not learned who you are, where you live, or the name of your pet.',
        'Ask for a new photo first. Never pay in advance and never pass on a code that was sent to you.',
        'You can switch such messages off on the page of your pet.',
      ],
    }),
    'transfer-offer': ({ from, pet, link, validDays }) => ({
      subject: `${pet} is to become yours`,
      paragraphs: [`${from} wants to hand ${pet} over to you, with photos and history. Nothing changes until you accept.`],
      action: { label: 'See the offer', link },
      notes: [`The offer is valid for ${count(validDays, 'day')}.`, 'If you do not know this pet, you need not do anything.'],
    }),
    'photo-reminder': ({ pet, why, link }) => ({
      subject: `Time for new photos of ${pet}`,
      paragraphs: [
        {
          young: `${pet} is still growing, and so is the face. A few new photos keep ${pet} easy to recognise.`,
          grown: `The last photos of ${pet} are a year old. A few new ones keep ${pet} easy to recognise.`,
          nose: `${pet} is six months old: from now on the nose no longer changes. A close-up of it makes the profile stronger.`,
        }[why],
      ],
      action: { label: 'Take photos', link },
    }),
    'webhook-disabled': ({ url, why, link }) => ({
      subject: 'A webhook was switched off',
      paragraphs: [
        `Snout no longer sends events to ${url}.`,
        why === 'gone' ? 'The receiver answered 410: gone.' : 'Every attempt failed for several days.',
      ],
      action: { label: 'See the deliveries', link },
    }),
    'policy-application': ({ pet, insurer, outcome, premium, message, link }) => ({
      subject: {
        accepted: `${insurer} insures ${pet}`,
        referred: `A person at ${insurer} looks at your application for ${pet}`,
        declined: `${insurer} does not insure ${pet}`,
      }[outcome],
      paragraphs: [
        {
          accepted: `Your application for ${pet} was accepted by ${insurer}.`,
          referred: `Your application for ${pet} waits for a person at ${insurer}. Nothing was refused; you will be told what was decided, and why.`,
          declined: `A person at ${insurer} has declined your application for ${pet}, for this reason:`,
        }[outcome],
        ...(message === null ? [] : [{ quote: message }]),
        ...(premium === null
          ? []
          : [`Policy ${premium.number}. Pay ${money(premium)} by ${premium.payableUntil}: the cover begins only if it is paid by then.`]),
      ],
      action: { label: 'See the application', link },
      notes: outcome === 'declined' ? [`Answer ${insurer} if you think that this is wrong.`] : [],
    }),
    'erasure-done': ({ backupsUntil, organisation }) => ({
      subject: organisation === null ? 'Your data has been deleted' : `${organisation} has been deleted`,
      paragraphs: [
        organisation === null
          ? 'As you asked, your account, your pets and their photos are deleted.'
          : `As you asked, ${organisation}, its pets and their photos are deleted. Your account stays as it is.`,
        backupsUntil === null ? 'There are no backups that hold them.' : `Backups that may hold them are deleted by ${backupsUntil}.`,
      ],
      ...(organisation === null ? { notes: ['This is the last mail to this address.'] } : {}),
    }),
  },
};

function money({ amount, currency }: { readonly amount: number; readonly currency: string }): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount / 100);
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
