import type { PhotoProblemDto } from '@snout/contract';
import type { AnalysisResult, PhotoProblem } from '@snout/core/recognition';
import { boxDto } from './head-dto.ts';

export function photoProblemDto(problem: PhotoProblem): PhotoProblemDto {
  const { photo, message } = problem;
  switch (problem.kind) {
    case 'unreadable':
      return { kind: problem.kind, photo, message, reason: problem.reason };
    case 'not-fetched':
      return { kind: problem.kind, photo, message, fault: problem.fault };
    case 'no-head':
    case 'no-nose':
    case 'other-animal':
      return { kind: problem.kind, photo, message };
    case 'several-heads':
      return { kind: problem.kind, photo, message, boxes: problem.boxes.map(boxDto) };
    case 'species-mismatch':
      return { kind: problem.kind, photo, message, found: problem.found, expected: problem.expected };
    case 'same-file':
      return { kind: problem.kind, photo, message, of: problem.of };
    case 'file-of-another-pet':
      return problem.pet
        ? { kind: problem.kind, photo, message, petId: problem.pet.id, petName: problem.pet.name }
        : { kind: 'photo-used-before', photo, message };
  }
}

/** A photo that the recogniser could not read. */
export function unreadablePhotoDto(photo: string, result: Extract<AnalysisResult, { kind: 'rejected' }>): PhotoProblemDto {
  return { kind: 'unreadable', photo, message: result.message, reason: result.reason };
}
