import type { EvidenceDto } from '@snout/contract/evidence';
import { type CoatFinding, heatOf, type Marks } from '@snout/core/matching';
import type { Pet } from '@snout/core/recognition';
import { coatDto } from './marks-dto.ts';
import { petSummaryDto } from './pet-dto.ts';

interface Evidence {
  readonly pet: Pet;
  readonly finding: CoatFinding;
  /** `picture`: an address that holds the picture in itself. */
  readonly sides: readonly [PicturedMarks, PicturedMarks];
}

interface PicturedMarks {
  readonly marks: Marks;
  readonly picture: string;
}

export function evidenceDto({ pet, finding, sides: [a, b] }: Evidence): EvidenceDto {
  const { pairs } = finding.judgement.agreement;
  return {
    pet: petSummaryDto(pet),
    coat: coatDto(finding, pet.id),
    sides: [sideDto(a, new Set(pairs.map((pair) => pair.a))), sideDto(b, new Set(pairs.map((pair) => pair.b)))],
    lines: pairs.map((pair) => [...placeOf(a.marks, pair.a), ...placeOf(b.marks, pair.b)]),
  };
}

function sideDto({ marks, picture }: PicturedMarks, agreeing: ReadonlySet<number>): EvidenceDto['sides'][number] {
  const heat = heatOf(marks, agreeing).map((row) => row.map((value) => (value === null ? null : round(value, 100))));
  return { picture, marks: marks.count, heat };
}

/** As shares of the crop's side: pictures are shown in any size. */
function placeOf({ inCrop, side }: Marks, i: number): [number, number] {
  return [round((inCrop[2 * i] ?? 0) / side, 10_000), round((inCrop[2 * i + 1] ?? 0) / side, 10_000)];
}

function round(value: number, steps: number): number {
  return Math.min(1, Math.max(0, Math.round(value * steps) / steps));
}
