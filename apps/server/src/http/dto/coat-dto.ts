import type { CoatDto } from '@snout/contract';
import { type CoatFinding, describeCoat } from '@snout/core/matching';
import type { PetId } from '@snout/core/recognition';
import { likelihood } from './likelihood.ts';
import { photoUrls } from './pet-dto.ts';
import { falseMatchDto } from './verdict-dto.ts';

/** What people and programs see of what the coat says: words, counts and bands, never the strength beneath. */
export function coatDto(finding: CoatFinding, petId: PetId): CoatDto {
  const { says, judgement, compared, photo, photoId } = finding;
  const { agreement, probability, falseMatch, why, calibration } = judgement;
  return {
    says,
    fewMarks: why === 'few-marks',
    words: [...describeCoat(finding)],
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
