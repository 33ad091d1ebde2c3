import { useHash } from '@mantine/hooks';

export const SECTIONS = ['who', 'enrol', 'pets'] as const;
export type Section = (typeof SECTIONS)[number];

/** What the address after # says: a section and perhaps a pet, so that the back button and links work. */
export interface Place {
  readonly section: Section;
  readonly petId: string | null;
}

/** The place shown now, and how to go elsewhere. */
export function usePlace(): readonly [Place, (section: Section, petId?: string) => void] {
  const [hash, setHash] = useHash({ getInitialValueInEffect: false });
  return [parsePlace(hash), (section, petId) => setHash(placeHash(section, petId))];
}

export function placeHash(section: Section, petId?: string): string {
  return petId === undefined ? `#/${section}` : `#/${section}/${encodeURIComponent(petId)}`;
}

export function parsePlace(hash: string): Place {
  const [name, petId] = hash.replace(/^#\/?/, '').split('/');
  const section = SECTIONS.find((known) => known === name) ?? 'who';
  return { section, petId: section === 'pets' && petId ? decodeURIComponent(petId) : null };
}
