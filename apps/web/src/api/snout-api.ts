import {
  type AboutDto,
  type AnalysisDto,
  API_PATHS,
  aboutSchema,
  analysisSchema,
  apiPath,
  type BoxDto,
  type EnrolmentDto,
  enrolmentSchema,
  type IdentificationDto,
  identificationSchema,
  type MeDto,
  meSchema,
  type PetDto,
  type PetListDto,
  petListSchema,
  petSchema,
  type SIGN_IN_FORMS,
  type SpeciesDto,
} from '@snout/contract';
import type { z } from 'zod';
import { request, requestNothing } from './request.ts';

/** One photo to send, with the head a person chose in it. */
export interface PhotoToSend {
  readonly file: File;
  readonly box: BoxDto | null;
  /** A close-up; absent: the face. */
  readonly view?: 'nose';
}

interface Enrolment {
  readonly name: string;
  readonly species: SpeciesDto | null;
  readonly photos: readonly PhotoToSend[];
  readonly allowDuplicate: boolean;
  readonly sameAnimal: boolean;
  /** The same for every repetition of the same request. */
  readonly idempotencyKey: string;
  /** Whose pet it becomes, as chosen when it was sent for the first time. */
  readonly tenant?: string | null;
}

/** The service, as the page uses it. Every function throws ApiError. */
export const snoutApi = {
  /** Who is signed in; the problem `sign-in-required` when nobody is. */
  me: (): Promise<MeDto> => request(API_PATHS.me, meSchema),

  signUp: (form: z.input<typeof SIGN_IN_FORMS.signUp>): Promise<void> => requestNothing(API_PATHS.signUp, { method: 'POST', json: form }),
  signIn: (form: z.input<typeof SIGN_IN_FORMS.signIn>): Promise<void> => requestNothing(API_PATHS.signIn, { method: 'POST', json: form }),
  /** `callbackURL`: the page to which the link leads. */
  sendSignInLink: (form: z.input<typeof SIGN_IN_FORMS.emailThenPath>): Promise<void> =>
    requestNothing(API_PATHS.sendSignInLink, { method: 'POST', json: form }),
  signOut: (): Promise<void> => requestNothing(API_PATHS.signOut, { method: 'POST' }),

  about: (): Promise<AboutDto> => request(API_PATHS.about, aboutSchema),

  analyse: (photos: readonly Omit<PhotoToSend, 'box'>[]): Promise<AnalysisDto> =>
    request(API_PATHS.analyse, analysisSchema, { method: 'POST', body: photoForm(photos.map((photo) => ({ ...photo, box: null }))) }),

  identify: (files: readonly File[]): Promise<IdentificationDto> =>
    request(API_PATHS.identify, identificationSchema, { method: 'POST', body: photoForm(files.map((file) => ({ file, box: null }))) }),

  enrol: (enrolment: Enrolment): Promise<EnrolmentDto> => {
    const form = photoForm(enrolment.photos);
    form.set('name', enrolment.name);
    if (enrolment.species) form.set('species', enrolment.species);
    form.set('allowDuplicate', String(enrolment.allowDuplicate));
    form.set('sameAnimal', String(enrolment.sameAnimal));
    const headers = { 'idempotency-key': enrolment.idempotencyKey };
    return request(API_PATHS.pets, enrolmentSchema, { method: 'POST', body: form, headers, tenant: enrolment.tenant });
  },

  addPhotos: (petId: string, photos: readonly PhotoToSend[], sameAnimal: boolean): Promise<EnrolmentDto> => {
    const form = photoForm(photos);
    form.set('sameAnimal', String(sameAnimal));
    return request(apiPath(API_PATHS.petPhotos, { petId }), enrolmentSchema, { method: 'POST', body: form });
  },

  listPets: (after: string | null, archived = false): Promise<PetListDto> => {
    const query = new URLSearchParams({ ...(after === null ? {} : { after }), ...(archived ? { archived: 'true' } : {}) }).toString();
    return request(query === '' ? API_PATHS.pets : `${API_PATHS.pets}?${query}`, petListSchema);
  },

  showPet: (petId: string): Promise<PetDto> => request(apiPath(API_PATHS.pet, { petId }), petSchema),

  forgetPet: (petId: string): Promise<void> => requestNothing(apiPath(API_PATHS.pet, { petId }), { method: 'DELETE' }),
};

function photoForm(photos: readonly PhotoToSend[]): FormData {
  const form = new FormData();
  for (const { file } of photos) form.append('photos', file, file.name);
  if (photos.some(({ box }) => box !== null)) form.set('boxes', JSON.stringify(photos.map(({ box }) => box)));
  if (photos.some(({ view }) => view !== undefined)) form.set('views', JSON.stringify(photos.map(({ view }) => view ?? 'face')));
  return form;
}
