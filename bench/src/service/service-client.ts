import { API_PATHS, enrolmentSchema, identificationSchema } from '@snout/contract';

/** What a benchmark asks the service, over its own connections, as the first person who signed up. */
export interface ServiceClient {
  /** Gives the id of the pet. `evenIfAlike`: without asking whether it is one of the enrolled ones. */
  enrol(pet: { readonly name: string; readonly photos: readonly Uint8Array[]; readonly evenIfAlike?: boolean }): Promise<string>;
  forget(petId: string): Promise<void>;
  /** Gives the ids of the pets that the photo may show, the likeliest first. */
  identify(photo: Uint8Array): Promise<readonly string[]>;
}

/** Who signs up. */
export const ACCOUNT = { name: 'Ada', email: 'ada@example.org', password: 'a long password' };

/** Makes the first account of an installation. @throws Error with what the service said, wherever it refuses. */
export async function signUp(url: string): Promise<ServiceClient> {
  const answer = await fetch(`${url}${API_PATHS.signUp}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ACCOUNT),
  });
  if (!answer.ok) throw new Error(`Signing up was answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const ask = async (method: 'POST' | 'DELETE', path: string, body: FormData | null = null): Promise<Response> => {
    const response = await fetch(`${url}${path}`, { method, headers: { cookie }, body });
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`);
    return response;
  };
  return {
    async enrol({ name, photos, evenIfAlike = false }) {
      const form = formOf(photos);
      form.set('name', name);
      if (evenIfAlike) form.set('allowDuplicate', 'true');
      return enrolmentSchema.parse(await (await ask('POST', API_PATHS.pets, form)).json()).pet.id;
    },
    async forget(petId) {
      await ask('DELETE', API_PATHS.pet.replace('{petId}', petId));
    },
    async identify(photo) {
      const { photos } = identificationSchema.parse(await (await ask('POST', API_PATHS.identify, formOf([photo]))).json());
      return photos.flatMap((one) =>
        one.kind === 'identified' ? one.heads.flatMap(({ verdict }) => verdict.candidates.map(({ pet }) => pet.id)) : [],
      );
    },
  };
}

function formOf(photos: readonly Uint8Array[]): FormData {
  const form = new FormData();
  for (const [index, bytes] of photos.entries()) {
    form.append('photos', new File([new Uint8Array(bytes)], `photo-${index}.jpg`, { type: 'image/jpeg' }));
  }
  return form;
}
