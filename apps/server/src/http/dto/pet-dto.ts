import { API_PATHS, apiPath, type PetDto, type PetListItemDto, type PetPhotoDto, type PetSummaryDto } from '@snout/contract';
import type { ListedRecord, PetRecord } from '@snout/core/pets';
import type { EnrolledPhoto, Pet, PetId, PhotoId } from '@snout/core/recognition';
import { boxDto, landmarksDto, qualityDto } from './head-dto.ts';

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

export function petDto(pet: Pet, photos: readonly EnrolledPhoto[]): PetDto {
  return { ...petSummaryDto(pet), photos: bestFirst(photos).map(petPhotoDto) };
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
