import { API_PATHS, type FoundPetAnswerDto, foundPetAnswerSchema } from '@snout/contract';
import { request, requestNothing } from './request.ts';

export interface FoundMessage {
  readonly ticket: string;
  readonly message: string;
  readonly contact: string | null;
  /** Filled in by programs only. */
  readonly website: string;
}

/** For whoever found an animal, without an account. Every function throws ApiError. */
export const foundPetApi = {
  search: (photos: readonly File[]): Promise<FoundPetAnswerDto> => {
    const form = new FormData();
    for (const photo of photos) form.append('photos', photo, photo.name);
    return request(API_PATHS.foundPets, foundPetAnswerSchema, { method: 'POST', body: form });
  },

  /** `key`: the same for every repetition, so that one message arrives. */
  leave: (message: FoundMessage, key: string): Promise<void> =>
    requestNothing(API_PATHS.foundPetMessages, { method: 'POST', json: message, headers: { 'idempotency-key': key } }),
};
