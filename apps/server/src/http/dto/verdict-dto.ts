import { CANDIDATES_PER_HEAD, type CandidateDto, type DuplicateDto, type VerdictDto } from '@snout/contract';
import type { KnownDuplicate } from '@snout/core/pets';
import { type Candidate, type Decision, describeDecision, type FalseMatchRate, type Species } from '@snout/core/recognition';
import { likelihood } from './likelihood.ts';
import { petSummaryDto, photoUrls } from './pet-dto.ts';

/** What people and programs see of a decision: words and bands, never the similarity beneath. */
export function verdictDto(decision: Decision, species: Species): VerdictDto {
  return {
    kind: decision.kind,
    words: [...describeDecision(decision, species)],
    why: decision.kind === 'match' ? [] : [...decision.why],
    candidates: decision.candidates.slice(0, CANDIDATES_PER_HEAD).map(candidateDto),
    compared: decision.basis.searched,
    lookAlike: decision.kind === 'match' && decision.lookAlike ? candidateDto(decision.lookAlike) : null,
  };
}

export function duplicateDto(duplicate: KnownDuplicate): DuplicateDto {
  const pet = petSummaryDto(duplicate.pet);
  switch (duplicate.why) {
    case 'looks-alike':
      return { why: duplicate.why, pet, candidate: candidateDto(duplicate.candidate) };
    case 'same-microchip':
      return { why: duplicate.why, pet };
    case 'same-file':
    case 'same-photo':
      return { why: duplicate.why, pet, photo: duplicate.photo };
  }
}

function candidateDto(candidate: Candidate): CandidateDto {
  return {
    pet: petSummaryDto(candidate.pet),
    ...photoUrls(candidate.pet.id, candidate.photoId),
    likelihood: likelihood(candidate.probability),
    falseMatch: falseMatchDto(candidate.falseMatch),
  };
}

export function falseMatchDto({ rate, bound }: FalseMatchRate): CandidateDto['falseMatch'] {
  return { oneIn: oneIn(rate), bound };
}

/** A rate as "one in so many", to two figures: more would be more than was measured. */
function oneIn(rate: number): number {
  return Number((1 / rate).toPrecision(2));
}
