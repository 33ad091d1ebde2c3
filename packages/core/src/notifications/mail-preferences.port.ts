import type { OptionalMailKind } from './mail-kinds.ts';

/** Which mails a person does not want. Somebody never seen wants all kinds. */
export interface MailPreferences {
  unwanted(personId: string): Promise<readonly OptionalMailKind[]>;
  /** Saying the same again changes nothing. */
  set(personId: string, kind: OptionalMailKind, wanted: boolean): Promise<void>;
  /** When the person is erased. */
  forget(personId: string): Promise<void>;
}
