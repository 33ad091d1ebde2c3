import type { OrganisationKindDto, RoleDto } from '@snout/contract';
import type { ApiScope } from '@snout/core/accounts';
import type { WebhookEvent } from '@snout/core/webhooks';

/** Keys name things within the demo: `person`, `organisation` and `pet` below are such keys. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  /** Of the domain that is nobody's (RFC 2606). */
  readonly email: string;
  readonly locale: 'en' | 'zh-CN';
  /** For whoever chooses whom to sign in as. */
  readonly does: string;
}

export interface DemoOrganisation {
  readonly key: string;
  readonly kind: OrganisationKindDto;
  readonly name: string;
  readonly owner: string;
  readonly members: readonly { readonly person: string; readonly role: Exclude<RoleDto, 'owner'> }[];
}

/** In whose name a person acts; without an organisation, in the own. */
export interface DemoActor {
  readonly person: string;
  readonly organisation?: string;
}

/** Views as packages/drawn-pets names them. */
export type DemoView = 'portrait' | 'three-quarter';

export interface DemoPet {
  readonly key: string;
  readonly name: string;
  readonly species: 'dog' | 'cat';
  readonly by: DemoActor;
  readonly photos: readonly DemoView[];
  /** Fields of the profile: body of `PATCH /api/pets/{petId}/profile`. */
  readonly profile: Readonly<Record<string, unknown>>;
}

/** Something that happened; the pages show it as history, log, carers, deliveries. */
export type DemoEvent =
  | { readonly kind: 'edit'; readonly pet: string; readonly by: DemoActor; readonly profile: Readonly<Record<string, unknown>> }
  | { readonly kind: 'photos'; readonly pet: string; readonly by: DemoActor; readonly photos: readonly DemoView[] }
  | { readonly kind: 'carer' | 'transfer'; readonly pet: string; readonly by: DemoActor; readonly to: DemoActor }
  | { readonly kind: 'offer'; readonly pet: string; readonly by: DemoActor; readonly offered: 'carer' | 'transfer' }
  | { readonly kind: 'merge'; readonly pet: string; readonly by: DemoActor; readonly other: string }
  | { readonly kind: 'archive'; readonly pet: string; readonly by: DemoActor }
  | { readonly kind: 'invite-member'; readonly by: Required<DemoActor>; readonly email: string; readonly role: RoleDto }
  | {
      readonly kind: 'webhook';
      readonly by: Required<DemoActor>;
      readonly url: string;
      readonly events: readonly WebhookEvent[];
      readonly description: string;
    }
  | { readonly kind: 'api-key'; readonly by: Required<DemoActor>; readonly name: string; readonly scopes: readonly ApiScope[] };

export interface DemoWorld {
  /** The first one runs the installation. */
  readonly people: readonly DemoPerson[];
  readonly organisations: readonly DemoOrganisation[];
  /** Before there are pets. */
  readonly settings: readonly DemoEvent[];
  readonly pets: readonly DemoPet[];
  /** In this order. */
  readonly story: readonly DemoEvent[];
}

/** Of every person of the demo. Known to everybody: the demo is for looking around, not for data of one's own. */
export const DEMO_PASSWORD = 'only drawn pets';

/** What needs nobody and nothing but these people, organisations and pets: for tests, and for slow machines. */
export function partOfWorld(
  world: DemoWorld,
  kept: { readonly people: readonly string[]; readonly organisations: readonly string[]; readonly pets: readonly string[] },
): DemoWorld {
  const isKept = ({ person, organisation }: DemoActor) =>
    kept.people.includes(person) && (organisation === undefined || kept.organisations.includes(organisation));
  const canHappen = (event: DemoEvent) =>
    isKept(event.by) &&
    (!('pet' in event) || kept.pets.includes(event.pet)) &&
    (!('to' in event) || isKept(event.to)) &&
    (!('other' in event) || kept.pets.includes(event.other));
  return {
    people: world.people.filter(({ key }) => kept.people.includes(key)),
    organisations: world.organisations
      .filter(({ key }) => kept.organisations.includes(key))
      .map((organisation) => ({ ...organisation, members: organisation.members.filter(isKept) })),
    settings: world.settings.filter(canHappen),
    pets: world.pets.filter(({ key, by }) => kept.pets.includes(key) && isKept(by)),
    story: world.story.filter(canHappen),
  };
}
