import type { ImportReasonDto } from '@snout/contract';
import type { ImportReason } from '@snout/core/imports';
import { photoProblemDto } from './photo-problem-dto.ts';

export function importReasonDto(reason: ImportReason): ImportReasonDto {
  if (reason.kind === 'photo') return { kind: reason.kind, problem: photoProblemDto(reason.problem), message: reason.message };
  return reason;
}
