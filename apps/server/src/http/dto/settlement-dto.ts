import type { SettlementDto, SettlementPreviewDto } from '@snout/contract/settlement';
import { type Settlement, type SettlementPreview, type SettlementStep, STEP_KINDS, type TermUsage } from '@snout/core/insurance';

export function settlementPreviewDto(preview: SettlementPreview): SettlementPreviewDto {
  if (preview.kind === 'none') return { kind: 'none', reasons: [...preview.reasons] };
  const { product, term, settlements } = preview;
  const { name, currency, exclusions } = product.terms;
  return {
    kind: 'settled',
    product: { productId: product.productId, version: product.version, name },
    currency,
    startsOn: term.startsOn,
    endsOn: term.endsOn,
    exclusions: [...exclusions],
    settlements: settlements.map(settlementDto),
  };
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
  return reason.kind === 'visit-before-event' ? { ...reason, visits: [...reason.visits] } : { ...reason, lines: [...reason.lines] };
}

function usedDto(used: TermUsage['conditions']): SettlementDto['usageAfter']['conditions'] {
  return [...used].map(([id, one]) => ({ id, ...one }));
}
