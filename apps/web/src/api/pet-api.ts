import {
  API_PATHS,
  apiPath,
  breedListSchema,
  madeMergeSchema,
  mergeListSchema,
  type PetProfileDto,
  petHistorySchema,
  petProfileSchema,
  type profilePatchSchema,
  type SpeciesDto,
} from '@snout/contract';
import type { z } from 'zod';
import { request } from './request.ts';

export type BreedList = z.infer<typeof breedListSchema>;
export type MergeList = z.infer<typeof mergeListSchema>;
export type PetHistory = z.infer<typeof petHistorySchema>;
export type ProfilePatch = z.infer<typeof profilePatchSchema>;

/** What is known of a pet beside its photos, as the page uses it. Every function throws ApiError. */
export const petApi = {
  /** Days in it are on the calendar of this browser. */
  profile: (petId: string): Promise<PetProfileDto> =>
    request(`${apiPath(API_PATHS.petProfile, { petId })}?${new URLSearchParams({ timeZone: timeZone() })}`, petProfileSchema),

  edit: (petId: string, patch: ProfilePatch): Promise<PetProfileDto> =>
    request(apiPath(API_PATHS.petProfile, { petId }), petProfileSchema, { method: 'PATCH', json: patch }),

  archive: (petId: string, archived: boolean): Promise<PetProfileDto> =>
    request(apiPath(API_PATHS.petArchived, { petId }), petProfileSchema, { method: 'PUT', json: { archived } }),

  merges: (petId: string): Promise<MergeList> => request(apiPath(API_PATHS.petMerges, { petId }), mergeListSchema),

  /** Hands the photos and carers of the other over to this pet. */
  merge: (petId: string, other: string): Promise<z.infer<typeof madeMergeSchema>> =>
    request(apiPath(API_PATHS.petMerges, { petId }), madeMergeSchema, { method: 'POST', json: { petId: other } }),

  /** Gives the pet that is back. */
  undoMerge: (petId: string, mergeId: string): Promise<PetProfileDto> =>
    request(apiPath(API_PATHS.petMergeUndo, { petId, mergeId }), petProfileSchema, { method: 'POST' }),

  history: (petId: string, after: string | null): Promise<PetHistory> => {
    const path = apiPath(API_PATHS.petHistory, { petId });
    return request(after === null ? path : `${path}?${new URLSearchParams({ after })}`, petHistorySchema);
  },

  /** Breeds whose name fits, best first; without words all of them. */
  breeds: (species: SpeciesDto, words = ''): Promise<BreedList> =>
    request(
      `${API_PATHS.breeds}?${new URLSearchParams({ species, limit: '300', ...(words === '' ? {} : { q: words }) })}`,
      breedListSchema,
    ),
};

function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
