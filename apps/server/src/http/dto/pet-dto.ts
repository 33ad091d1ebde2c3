import { API_PATHS, apiPath, type PetDto, type PetListItemDto, type PetPhotoDto, type PetSummaryDto } from '@snout/contract';
import type { ListedRecord, PetRecord } from '@snout/core/pets';
import type { EnrolledPhoto, NoseCloseUp, Pet, PetId, PhotoId } from '@snout/core/recognition';
import { boxDto, landmarksDto, noseDto, qualityDto } from './head-dto.ts';

export function petSummaryDto(pet: Pet): PetSummaryDto {
  return {
    id: pet.id,
    name: pet.name,
    species: pet.species,
    enrolledAt: pet.enrolledAt,
    portraitUrl: apiPath(API_PATHS.petPortrait, { petId: pet.id }),
  };
}

export function petListItemDto({ record, role, photoCount }: ListedRecord): PetListItemDto {
  return { ...petSummaryDto(petOf(record)), photoCount, role };
}

function petOf({ id, profile, createdAt }: PetRecord): Pet {
  return { id, name: profile.name, species: profile.species, enrolledAt: createdAt };
}

export function petDto({ pet, photos, noses }: KeptPet): PetDto {
  const closeUps = [...noses].sort((a, b) => b.nose.quality.score - a.nose.quality.score || (a.id < b.id ? -1 : 1));
  return { ...petSummaryDto(pet), photos: bestFirst(photos).map(petPhotoDto), noses: closeUps.map(closeUpDto) };
}

/** A pet with what is stored of it. */
interface KeptPet {
  readonly pet: Pet;
  readonly photos: readonly EnrolledPhoto[];
  readonly noses: readonly NoseCloseUp[];
}

/** By quality; equal ones by id, so that the order stays. */
export function bestFirst(photos: readonly EnrolledPhoto[]): readonly EnrolledPhoto[] {
  return [...photos].sort((a, b) => b.quality.score - a.quality.score || (a.id < b.id ? -1 : 1));
}

/** Addresses of a stored photo and of the head in it. */
export function photoUrls(petId: PetId, photoId: PhotoId): { readonly photoUrl: string; readonly cropUrl: string } {
  return {
    photoUrl: apiPath(API_PATHS.petPhoto, { petId, photoId }),
    cropUrl: apiPath(API_PATHS.petPhotoCrop, { petId, photoId }),
  };
}

function closeUpDto({ id, petId, width, height, takenAt, nose, foundBy }: NoseCloseUp): PetDto['noses'][number] {
  const { photoUrl: url, cropUrl } = photoUrls(petId, id);
  return { id, url, cropUrl, width, height, takenAt, nose: noseDto(nose), foundBy };
}

function petPhotoDto(photo: EnrolledPhoto): PetPhotoDto {
  const { photoUrl, cropUrl } = photoUrls(photo.petId, photo.id);
  return {
    id: photo.id,
    url: photoUrl,
    cropUrl,
    width: photo.width,
    height: photo.height,
    takenAt: photo.takenAt,
    box: boxDto(photo.box),
    landmarks: landmarksDto(photo.landmarks),
    quality: qualityDto(photo.quality),
    madeBy: { model: photo.template.model, pipeline: photo.template.pipeline },
  };
}
