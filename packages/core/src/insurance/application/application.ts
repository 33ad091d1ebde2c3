import type { TenantId } from '../../accounts/index.ts';
import type { AuditActor } from '../../audit/index.ts';
import type { CalendarDay } from '../../pets/index.ts';
import type { PetId, PhotoId } from '../../recognition/index.ts';
import type { ChosenCover, RuleVersion } from '../policy/policy-event.ts';
import type { DisclosureTopic, LocalText } from '../product-terms.ts';

/** Why a person looks at an application. None of these refuses it. `animal`: the insurer's record of an animal that it knows. */
export type ReferReason =
  /** `falseMatchIn`: two different animals look at least this alike in about one of so many comparisons. */
  | { readonly kind: 'looks-like-known'; readonly animal: PetId; readonly falseMatchIn: number }
  | { readonly kind: 'same-file' | 'same-photo'; readonly photo: PhotoId; readonly animal: PetId }
  | { readonly kind: 'same-microchip'; readonly animal: PetId }
  /** A photo is stored for a pet of somebody else; whose is not told. */
  | { readonly kind: 'photo-used-elsewhere'; readonly photo: PhotoId }
  | { readonly kind: 'photo-of-screen'; readonly photos: readonly PhotoId[] }
  /** With another birth date of those that may be true it would cost otherwise or could not be insured. */
  | { readonly kind: 'age-unproven' };

/** What was shown before it was accepted, in both languages, and in which of them it was read. */
export interface AcceptedDisclosure {
  readonly id: string;
  readonly topic: DisclosureTopic;
  readonly text: LocalText;
}

export const APPLICATION_STATES = ['referred', 'accepted', 'declined'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** Somebody asked for a policy and every check was made; what came of it. */
export interface Application {
  readonly id: string;
  /** The insurer. */
  readonly tenant: TenantId;
  /** Id of the person; null: erased since. */
  readonly applicant: string | null;
  /** The applicant's own record. */
  readonly ownPetId: PetId;
  /** The insurer's record, made from the photos of this application: nobody changes it afterwards. Null: the application was declined, and it was erased. */
  readonly animalId: PetId | null;
  readonly product: RuleVersion;
  readonly cover: ChosenCover & { readonly startsOn: CalendarDay };
  readonly accepted: { readonly language: keyof LocalText; readonly at: Date; readonly disclosures: readonly AcceptedDisclosure[] };
  readonly state: ApplicationState;
  /** Empty: it was accepted at once. */
  readonly reasons: readonly ReferReason[];
  /** Of a person; null: none has decided, or none had to. */
  readonly decision: { readonly by: AuditActor; readonly at: Date; readonly explanation: string } | null;
  readonly policyId: string | null;
  readonly createdAt: Date;
}
