/** Addresses of the API, for those who call it; the route definitions use the same templates. */
export const API_PATHS = {
  health: '/api/health',
  about: '/api/about',
  analyse: '/api/analyse',
  identify: '/api/identify',
  pets: '/api/pets',
  pet: '/api/pets/{petId}',
  petVerify: '/api/pets/{petId}/verify',
  petPortrait: '/api/pets/{petId}/portrait',
  petPhotos: '/api/pets/{petId}/photos',
  petPhoto: '/api/pets/{petId}/photos/{photoId}',
  petPhotoCrop: '/api/pets/{petId}/photos/{photoId}/crop',
} as const;

type ApiPath = (typeof API_PATHS)[keyof typeof API_PATHS];
type PathParameter = 'petId' | 'photoId';

/** Fills in the parameters of a path; throws when one is missing. */
export function apiPath(path: ApiPath, parameters: Partial<Record<PathParameter, string>> = {}): string {
  return path.replace(/\{(petId|photoId)\}/g, (_, name: PathParameter) => {
    const value = parameters[name];
    if (value === undefined) throw new TypeError(`${path} needs ${name}.`);
    return encodeURIComponent(value);
  });
}
