import type { CoatDto, NoseMatchDto } from '@snout/contract';
import { type CoatFinding, describeCoat, describeNose, type MarksFinding, type NoseFinding } from '@snout/core/matching';
import type { PetId } from '@snout/core/recognition';
import { likelihood } from './likelihood.ts';
import { photoUrls } from './pet-dto.ts';
import { falseMatchDto } from './verdict-dto.ts';

/** What people and programs see of what the coat says: words, counts and bands, never the strength beneath. */
export function coatDto(finding: CoatFinding, petId: PetId): CoatDto {
  return { ...marksFields(finding, petId), words: [...describeCoat(finding)] };
}

/** The same of the nose. */
export function noseMatchDto(finding: NoseFinding, petId: PetId): NoseMatchDto {
  const drawnOnly = finding.judgement.calibration.measuredOn === 'drawn';
  return { ...marksFields(finding, petId), words: [...describeNose(finding)], drawnOnly };
}

function marksFields({ says, judgement, compared, photo, photoId }: MarksFinding, petId: PetId): Omit<CoatDto, 'words'> {
  const { agreement, probability, falseMatch, why, calibration } = judgement;
  return {
    says,
    fewMarks: why === 'few-marks',
    agreeing: agreement.pairs.length,
    of: agreement.of,
    likelihood: likelihood(probability),
    falseMatch: falseMatchDto(falseMatch),
    measuredOn: { animals: calibration.n.individuals, comparisons: calibration.n.nonMated },
    compared,
    photo,
    ...photoUrls(petId, photoId),
  };
}
