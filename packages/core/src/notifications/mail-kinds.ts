/** What each kind of mail is told. Links are absolute. */
export interface MailData {
  readonly 'verify-address': { readonly link: string; readonly validHours: number };
  /** To an address with which somebody tried to make an account although it has one. */
  readonly 'already-registered': { readonly link: string };
  readonly 'sign-in-link': { readonly link: string; readonly validMinutes: number };
  readonly 'reset-password': { readonly link: string; readonly validMinutes: number };
  readonly invitation: { readonly inviter: string; readonly organisation: string; readonly link: string; readonly validDays: number };
  readonly 'carer-invitation': { readonly from: string; readonly pet: string; readonly link: string; readonly validDays: number };
  readonly 'transfer-offer': { readonly from: string; readonly pet: string; readonly link: string; readonly validDays: number };
  /**
   * From somebody who found an animal. `sure`: whether Snout is, that it is this pet; `contact`: what the finder chose to give, or null.
   * `message`: the finder's words, with line breaks.
   */
  readonly 'found-pet': {
    readonly pet: string;
    readonly sure: boolean;
    readonly message: string;
    readonly contact: string | null;
    readonly link: string;
  };
  /** `young`: its face still changes; `grown`: once a year; `nose`: from six months of age the nose no longer changes. */
  readonly 'photo-reminder': { readonly pet: string; readonly why: 'young' | 'grown' | 'nose'; readonly link: string };
  /** `gone`: the receiver said so with 410; `failing`: every attempt for days failed. */
  readonly 'webhook-disabled': { readonly url: string; readonly why: 'gone' | 'failing'; readonly link: string };
  /**
   * What came of an application for a policy. `premium`: of a policy that waits for it, `amount` in minor units of a currency with two decimals; null: there is no
   * policy. `message`: why a person decided so, in that person's words; null: nobody had to decide.
   */
  readonly 'policy-application': {
    readonly pet: string;
    readonly insurer: string;
    readonly outcome: 'accepted' | 'referred' | 'declined';
    readonly premium: { readonly number: string; readonly amount: number; readonly currency: string; readonly payableUntil: string } | null;
    readonly message: string | null;
    readonly link: string;
  };
  /** `backupsUntil`: when the last backup that may hold the data is deleted, as "2026-12-31"; null where the operator keeps none. `organisation`: its name; null: the account. */
  readonly 'erasure-done': { readonly backupsUntil: string | null; readonly organisation: string | null };
}

export type MailKind = keyof MailData;

/** Kinds that come only to those who want them. The others are answers to something that the person, or somebody at them, just did. */
export const OPTIONAL_MAIL_KINDS = ['photo-reminder', 'webhook-disabled'] as const satisfies readonly MailKind[];
export type OptionalMailKind = (typeof OPTIONAL_MAIL_KINDS)[number];

export function isOptionalMailKind(kind: string): kind is OptionalMailKind {
  return (OPTIONAL_MAIL_KINDS as readonly string[]).includes(kind);
}

export const MAIL_LOCALES = ['en', 'zh-CN'] as const;
export type MailLocale = (typeof MAIL_LOCALES)[number];
