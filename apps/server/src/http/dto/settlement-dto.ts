import type { DraftSettlementPreviewDto, SettlementDto, SettlementPreviewDto } from '@snout/contract/settlement';
import {
  type DraftPreview,
  type Settlement,
  type SettlementPreview,
  type SettlementStep,
  STEP_KINDS,
  type TermUsage,
} from '@snout/core/insurance';

type Settled = Extract<DraftPreview, { kind: 'settled' }>;

export function settlementPreviewDto(preview: SettlementPreview): SettlementPreviewDto {
  if (preview.kind === 'none') return { kind: 'none', reasons: [...preview.reasons] };
  const { productId, version, terms } = preview.product;
  return { kind: 'settled', product: { productId, version, name: terms.name }, ...settledDto(preview) };
}

export function draftPreviewDto(preview: DraftPreview): DraftSettlementPreviewDto {
  return preview.kind === 'none' ? { kind: 'none', reasons: [...preview.reasons] } : { kind: 'settled', ...settledDto(preview) };
}

function settledDto({ terms, term, settlements }: Settled): Omit<Extract<DraftSettlementPreviewDto, { kind: 'settled' }>, 'kind'> {
  const { currency, exclusions } = terms;
  const { startsOn, endsOn } = term;
  return { currency, startsOn, endsOn, exclusions: [...exclusions], settlements: settlements.map(settlementDto) };
}

function settlementDto({ visits, taken, needsPerson, usageAfter, ...more }: Settlement): SettlementDto {
  return {
    ...more,
    visits: visits.map((visit) => ({
      ...visit,
      lines: visit.lines.map(({ line, steps, paid }) => ({ ...line, steps: steps.map(stepDto), paid })),
    })),
    taken: STEP_KINDS.map((kind) => ({ kind, takes: taken[kind] })),
    needsPerson: needsPerson.map(reasonDto),
    usageAfter: { year: usageAfter.year, conditions: usedDto(usageAfter.conditions), visits: usedDto(usageAfter.visits) },
  };
}

/** Lists of schemas are not read-only. */
function stepDto(step: SettlementStep): SettlementDto['visits'][number]['lines'][number]['steps'][number] {
  return step.kind === 'exclusion' ? { ...step, exclusions: [...step.exclusions] } : step;
}

function reasonDto(reason: Settlement['needsPerson'][number]): SettlementDto['needsPerson'][number] {
  if (reason.kind === 'event-in-earlier-term') return reason;
  return 'visits' in reason ? { ...reason, visits: [...reason.visits] } : { ...reason, lines: [...reason.lines] };
}

function usedDto(used: TermUsage['conditions']): SettlementDto['usageAfter']['conditions'] {
  return [...used].map(([id, one]) => ({ id, ...one }));
}
