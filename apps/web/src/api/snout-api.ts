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
  type PetDto,
  type PetListDto,
  petListSchema,
  petSchema,
  type SpeciesDto,
} from '@snout/contract';
import { request, requestNothing } from './request.ts';

/** One photo to send, with the head a person chose in it. */
export interface PhotoToSend {
  readonly file: File;
  readonly box: BoxDto | null;
}

interface Enrolment {
  readonly name: string;
  readonly species: SpeciesDto | null;
  readonly photos: readonly PhotoToSend[];
  readonly allowDuplicate: boolean;
  readonly sameAnimal: boolean;
  /** The same for every repetition of the same request. */
  readonly idempotencyKey: string;
}

/** The service, as the page uses it. Every function throws ApiError. */
export const snoutApi = {
  about: (): Promise<AboutDto> => request(API_PATHS.about, aboutSchema),

  analyse: (files: readonly File[]): Promise<AnalysisDto> =>
    request(API_PATHS.analyse, analysisSchema, { method: 'POST', body: photoForm(files.map((file) => ({ file, box: null }))) }),

  identify: (files: readonly File[]): Promise<IdentificationDto> =>
    request(API_PATHS.identify, identificationSchema, { method: 'POST', body: photoForm(files.map((file) => ({ file, box: null }))) }),

  enrol: (enrolment: Enrolment): Promise<EnrolmentDto> => {
    const form = photoForm(enrolment.photos);
    form.set('name', enrolment.name);
    if (enrolment.species) form.set('species', enrolment.species);
    form.set('allowDuplicate', String(enrolment.allowDuplicate));
    form.set('sameAnimal', String(enrolment.sameAnimal));
    const headers = { 'idempotency-key': enrolment.idempotencyKey };
    return request(API_PATHS.pets, enrolmentSchema, { method: 'POST', body: form, headers });
  },

  addPhotos: (petId: string, photos: readonly PhotoToSend[], sameAnimal: boolean): Promise<EnrolmentDto> => {
    const form = photoForm(photos);
    form.set('sameAnimal', String(sameAnimal));
    return request(apiPath(API_PATHS.petPhotos, { petId }), enrolmentSchema, { method: 'POST', body: form });
  },

  listPets: (after: string | null): Promise<PetListDto> =>
    request(after === null ? API_PATHS.pets : `${API_PATHS.pets}?${new URLSearchParams({ after })}`, petListSchema),

  showPet: (petId: string): Promise<PetDto> => request(apiPath(API_PATHS.pet, { petId }), petSchema),

  forgetPet: (petId: string): Promise<void> => requestNothing(apiPath(API_PATHS.pet, { petId }), { method: 'DELETE' }),
};

function photoForm(photos: readonly PhotoToSend[]): FormData {
  const form = new FormData();
  for (const { file } of photos) form.append('photos', file, file.name);
  if (photos.some(({ box }) => box !== null)) form.set('boxes', JSON.stringify(photos.map(({ box }) => box)));
  return form;
}
