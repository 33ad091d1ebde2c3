import {
  API_PATHS,
  apiPath,
  type PetProfileDto,
  type PetShareDto,
  petProfileSchema,
  petShareAnswerSchema,
  type SharedFieldDto,
  type SharedPetDto,
  sharedPetSchema,
} from '@snout/contract';
import { request, requestNothing } from './request.ts';

/** What an owner shows to others. Every function throws ApiError. */
export const petSharingApi = {
  /** Null: there is no link. */
  share: async (petId: string): Promise<PetShareDto> => (await request(apiPath(API_PATHS.petShare, { petId }), petShareAnswerSchema)).share,

  setShare: async (petId: string, fields: readonly SharedFieldDto[]): Promise<PetShareDto> =>
    (await request(apiPath(API_PATHS.petShare, { petId }), petShareAnswerSchema, { method: 'PUT', json: { fields } })).share,

  endShare: (petId: string): Promise<void> => requestNothing(apiPath(API_PATHS.petShare, { petId }), { method: 'DELETE' }),

  setFindable: (petId: string, findable: boolean): Promise<PetProfileDto> =>
    request(apiPath(API_PATHS.petFindable, { petId }), petProfileSchema, { method: 'PUT', json: { findable } }),

  /** For whoever has the link. */
  shared: (shareToken: string): Promise<SharedPetDto> => request(apiPath(API_PATHS.sharedPet, { shareToken }), sharedPetSchema),
};
