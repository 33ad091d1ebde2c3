import type { EvidenceDto } from '@snout/contract/evidence';
import { FACE_CELLS, type FaceHeat, heatOf, type Marks, type PicturedSide } from '@snout/core/matching';
import type { EvidenceResult } from '@snout/core/recognition';
import { coatDto, noseMatchDto } from './marks-dto.ts';
import { petSummaryDto } from './pet-dto.ts';

type Shown = Extract<EvidenceResult, { kind: 'shown' }>;

/** `sides`: those of `shown`, each with an address that holds its picture in itself. */
export function evidenceDto(shown: Shown, [a, b]: readonly [PicturedSide, PicturedSide]): EvidenceDto {
  const { pet, finding } = shown;
  const { pairs } = finding.judgement.agreement;
  return {
    pet: petSummaryDto(pet),
    coat: shown.of === 'coat' ? coatDto(shown.finding, pet.id) : null,
    nose: shown.of === 'nose' ? noseMatchDto(shown.finding, pet.id) : null,
    sides: [sideDto(a, new Set(pairs.map((pair) => pair.a))), sideDto(b, new Set(pairs.map((pair) => pair.b)))],
    lines: pairs.map((pair) => [...placeOf(a.marks, pair.a), ...placeOf(b.marks, pair.b)]),
  };
}

function sideDto({ marks, picture, heat: faceHeat = null }: PicturedSide, agreeing: ReadonlySet<number>): EvidenceDto['sides'][number] {
  const heat = heatOf(marks, agreeing).map((row) => row.map((value) => (value === null ? null : round(value, 100))));
  return { picture, marks: marks.count, heat, face: faceHeat && rowsOf(faceHeat) };
}

function rowsOf(heat: FaceHeat): number[][] {
  return Array.from({ length: FACE_CELLS }, (_, row) =>
    Array.from(heat.subarray(row * FACE_CELLS, (row + 1) * FACE_CELLS), (value) => Math.round(value * 100) / 100),
  );
}

/** As shares of the crop's side: pictures are shown in any size. */
function placeOf({ inCrop, side }: Marks, i: number): [number, number] {
  return [round((inCrop[2 * i] ?? 0) / side, 10_000), round((inCrop[2 * i + 1] ?? 0) / side, 10_000)];
}

function round(value: number, steps: number): number {
  return Math.min(1, Math.max(0, Math.round(value * steps) / steps));
}
