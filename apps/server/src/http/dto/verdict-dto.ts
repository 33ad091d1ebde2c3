import { CANDIDATES_PER_HEAD, type CandidateDto, type DuplicateDto, type VerdictDto } from '@snout/contract';
import { type Candidate, type Decision, type Duplicate, describeDecision, type Species } from '@snout/core/recognition';
import { likelihood } from './likelihood.ts';
import { petSummaryDto, photoUrls } from './pet-dto.ts';

/** What people and programs see of a decision: words and bands, never the similarity beneath. */
export function verdictDto(decision: Decision, species: Species): VerdictDto {
  return {
    kind: decision.kind,
    words: [...describeDecision(decision, species)],
    why: decision.kind === 'match' ? [] : [...decision.why],
    candidates: decision.candidates.slice(0, CANDIDATES_PER_HEAD).map(candidateDto),
    lookAlike: decision.kind === 'match' && decision.lookAlike ? candidateDto(decision.lookAlike) : null,
  };
}

export function duplicateDto(duplicate: Duplicate): DuplicateDto {
  const pet = petSummaryDto(duplicate.pet);
  return duplicate.why === 'same-file'
    ? { why: 'same-file', pet, photo: duplicate.photo }
    : { why: 'looks-alike', pet, candidate: candidateDto(duplicate.candidate) };
}

function candidateDto(candidate: Candidate): CandidateDto {
  return {
    pet: petSummaryDto(candidate.pet),
    ...photoUrls(candidate.pet.id, candidate.photoId),
    likelihood: likelihood(candidate.probability),
  };
}
