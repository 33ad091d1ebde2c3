import type { DemoActor, DemoPet, DemoView, DemoWorld } from './demo-world.ts';
import { partOfWorld } from './demo-world.ts';

const OLGA: DemoActor = { person: 'olga' };
const LIN: DemoActor = { person: 'lin' };
const BEN: DemoActor = { person: 'ben' };
const SHELTER = { person: 'sara', organisation: 'shelter' } as const;
const SHELTER_STAFF = { person: 'mei', organisation: 'shelter' } as const;
const CLINIC = { person: 'tom', organisation: 'clinic' } as const;
const INSURER = { person: 'ines', organisation: 'insurer' } as const;
const RESEARCH = { person: 'olga', organisation: 'research' } as const;

const THREE: readonly DemoView[] = ['portrait', 'three-quarter', 'portrait'];
const TWO: readonly DemoView[] = ['portrait', 'three-quarter'];
/** Of those whose drawn head the models do not see from the side. */
const FACING: readonly DemoView[] = ['portrait', 'portrait'];

const cat = (key: string, name: string, rest: Omit<DemoPet, 'key' | 'name' | 'species'>): DemoPet => ({
  key,
  name,
  species: 'cat',
  ...rest,
});
const dog = (key: string, name: string, rest: Omit<DemoPet, 'key' | 'name' | 'species'>): DemoPet => ({
  key,
  name,
  species: 'dog',
  ...rest,
});

/** Coats are described as packages/drawn-pets draws them for these keys. */
const PETS: readonly DemoPet[] = [
  cat('luna', 'Luna', {
    by: LIN,
    photos: THREE,
    profile: {
      breed: 'domestic-shorthair',
      sex: 'female',
      neutered: 'yes',
      birth: { date: '2021-04', estimated: false },
      colours: ['grey'],
    },
  }),
  cat('doubao', '豆包', {
    by: LIN,
    photos: TWO,
    profile: {
      breed: 'american-shorthair',
      sex: 'male',
      neutered: 'yes',
      birth: { date: '2022-09-12', estimated: false },
      pattern: 'tabby',
    },
  }),
  cat('doubao-2', '豆包（阳台）', { by: LIN, photos: ['portrait'], profile: {} }),
  dog('rex', 'Rex', {
    by: BEN,
    photos: ['portrait', 'portrait', 'portrait'],
    profile: {
      breed: 'mixed',
      sex: 'male',
      neutered: 'yes',
      birth: { date: '2019-06-02', estimated: false },
      colours: ['orange', 'white'],
      pattern: 'bicolour',
      marks: 'White muzzle and chest, dark ears.',
      microchips: ['276098106234567'],
    },
  }),
  dog('otis', 'Otis', {
    by: BEN,
    photos: FACING,
    profile: { breed: 'mixed', sex: 'male', birth: { date: '2011', estimated: true }, colours: ['black', 'tan'] },
  }),
  dog('biscuit', 'Biscuit', {
    by: SHELTER_STAFF,
    photos: THREE,
    profile: {
      breed: 'mixed',
      sex: 'female',
      neutered: 'yes',
      birth: { date: '2023', estimated: true },
      colours: ['tan'],
      marks: 'Black mask.',
    },
  }),
  dog('shadow', 'Shadow', {
    by: SHELTER_STAFF,
    photos: TWO,
    profile: { breed: 'unknown', sex: 'female', birth: { date: '2020', estimated: true } },
  }),
  cat('figaro', 'Figaro', {
    by: SHELTER_STAFF,
    photos: THREE,
    profile: { breed: 'domestic-longhair', sex: 'female', colours: ['black', 'orange'], pattern: 'tortoiseshell', marks: 'Orange blaze.' },
  }),
  cat('willow', 'Willow', {
    by: SHELTER,
    photos: TWO,
    profile: { breed: 'domestic-shorthair', sex: 'male', colours: ['orange', 'white'], pattern: 'bicolour' },
  }),
  cat('nala', 'Nala', {
    by: CLINIC,
    photos: TWO,
    profile: { breed: 'siamese', sex: 'female', neutered: 'yes', birth: { date: '2020-02', estimated: false }, pattern: 'colourpoint' },
  }),
  dog('pepper', 'Pepper', {
    by: INSURER,
    photos: TWO,
    profile: {
      breed: 'mixed',
      sex: 'male',
      colours: ['white', 'orange'],
      pattern: 'bicolour',
      birth: { date: '2022-11', estimated: false },
    },
  }),
  dog('argos', 'Argos', {
    by: RESEARCH,
    photos: FACING,
    profile: { breed: 'unknown', pattern: 'brindle', marks: 'Seen at the river, station 4.' },
  }),
];

/** A few people, organisations of each kind with members of each role, and what they did with their pets. */
export const DRAWN_WORLD: DemoWorld = {
  people: [
    {
      key: 'olga',
      name: 'Olga Weber',
      email: 'olga@demo.example',
      locale: 'en',
      does: 'runs this installation; owner of a research group',
    },
    { key: 'lin', name: '林晓', email: 'lin@demo.example', locale: 'zh-CN', does: 'has two cats; one was registered twice and merged' },
    { key: 'ben', name: 'Ben Carter', email: 'ben@demo.example', locale: 'en', does: 'has dogs; adopted Biscuit from the shelter' },
    { key: 'sara', name: 'Sara Novak', email: 'sara@demo.example', locale: 'en', does: 'owner of the shelter' },
    { key: 'amir', name: 'Amir Haddad', email: 'amir@demo.example', locale: 'en', does: 'admin of the shelter: members, keys, webhooks' },
    { key: 'mei', name: '陈梅', email: 'mei@demo.example', locale: 'zh-CN', does: 'staff of the shelter, takes the photos' },
    { key: 'ravi', name: 'Ravi Patel', email: 'ravi@demo.example', locale: 'en', does: 'reviewer at the shelter and the insurer' },
    { key: 'vera', name: 'Vera Rossi', email: 'vera@demo.example', locale: 'en', does: 'viewer at the shelter: may look, not touch' },
    { key: 'tom', name: 'Tom Becker', email: 'tom@demo.example', locale: 'en', does: 'owner of the clinic, which cares for Rex' },
    { key: 'ines', name: 'Inês Costa', email: 'ines@demo.example', locale: 'en', does: 'owner of the insurer' },
  ],
  organisations: [
    {
      key: 'shelter',
      kind: 'shelter',
      name: 'Riverside Animal Shelter',
      owner: 'sara',
      members: [
        { person: 'amir', role: 'admin' },
        { person: 'mei', role: 'staff' },
        { person: 'ravi', role: 'reviewer' },
        { person: 'vera', role: 'viewer' },
      ],
    },
    { key: 'clinic', kind: 'clinic', name: 'Becker Veterinary Clinic', owner: 'tom', members: [{ person: 'mei', role: 'viewer' }] },
    {
      key: 'insurer',
      kind: 'insurer',
      name: 'Four Paws Insurance',
      owner: 'ines',
      members: [{ person: 'ravi', role: 'reviewer' }],
    },
    { key: 'research', kind: 'research', name: 'Street Dogs Study', owner: 'olga', members: [{ person: 'vera', role: 'staff' }] },
  ],
  settings: [
    {
      kind: 'webhook',
      by: SHELTER,
      url: 'https://hooks.demo.example/shelter',
      events: [],
      description: 'Shelter software. Nobody answers at this address: see how deliveries are tried again',
    },
    {
      kind: 'webhook',
      by: INSURER,
      url: 'https://hooks.demo.example/policies',
      events: ['pet.enrolled', 'pet.updated'],
      description: 'Policy system',
    },
    { kind: 'api-key', by: SHELTER, name: 'Shelter software', scopes: ['pets:read', 'pets:write', 'recognition'] },
    { kind: 'invite-member', by: SHELTER, email: 'new.volunteer@demo.example', role: 'viewer' },
  ],
  pets: PETS,
  story: [
    { kind: 'edit', pet: 'luna', by: LIN, profile: { medicalNotes: '对鸡肉过敏。', marks: '左耳有缺口。' } },
    { kind: 'photos', pet: 'luna', by: LIN, photos: ['portrait'] },
    { kind: 'merge', pet: 'doubao', by: LIN, other: 'doubao-2' },
    { kind: 'carer', pet: 'rex', by: BEN, to: CLINIC },
    { kind: 'edit', pet: 'rex', by: CLINIC, profile: { medicalNotes: 'Vaccinated; next due in spring.' } },
    { kind: 'archive', pet: 'otis', by: BEN },
    { kind: 'transfer', pet: 'biscuit', by: SHELTER, to: BEN },
    { kind: 'edit', pet: 'biscuit', by: BEN, profile: { contactNotes: 'Call Ben first, then the clinic.' } },
    { kind: 'edit', pet: 'figaro', by: SHELTER_STAFF, profile: { birth: { date: '2024-05', estimated: true } } },
    { kind: 'offer', pet: 'figaro', by: SHELTER, offered: 'transfer' },
    { kind: 'offer', pet: 'luna', by: LIN, offered: 'carer' },
    { kind: 'archive', pet: 'willow', by: SHELTER },
  ],
};

/** Three people, the shelter and two pets. */
export const SMALL_DRAWN_WORLD: DemoWorld = partOfWorld(DRAWN_WORLD, {
  people: [OLGA.person, BEN.person, SHELTER.person, SHELTER_STAFF.person],
  organisations: [SHELTER.organisation],
  pets: ['biscuit', 'otis'],
});
