import type { KillsOutcome } from './run-kills.ts';
import { VIOLATION_KINDS } from './violation.ts';

type Line = readonly [what: string, count: string | number];

/** What a run has done and seen, for people. */
export function outcomeTable({
  moments,
  startMs,
  stories,
  cutOff,
  filesRemoved,
  tally,
  webhooks,
  mails,
  violations,
}: KillsOutcome): string {
  const starts = startMs.toSorted((a, b) => a - b);
  const seconds = (at: number) => `${((starts[Math.min(starts.length - 1, Math.floor(at * starts.length))] ?? 0) / 1000).toFixed(1)} s`;
  const requests = [...tally.requests].map(
    ([kind, { acknowledged, cutOff: before }]): Line => [`  ${kind}`, `${acknowledged}${before > 0 ? `, ${before} of them repeated` : ''}`],
  );
  const lines: readonly Line[] = [
    ['kills', [...moments.values()].reduce((sum, count) => sum + count, 0)],
    ...[...moments].map(([kind, count]): Line => [`  ${MOMENTS[kind] ?? kind}`, count]),
    ['starts, half of them within; the slowest', `${starts.length}, ${seconds(0.5)}; ${seconds(1)}`],
    ['people', stories.length],
    ['requests acknowledged', [...tally.requests.values()].reduce((sum, { acknowledged }) => sum + acknowledged, 0)],
    ...requests,
    ['cut off by a kill and done; not done', `${cutOff.done}; ${cutOff.notDone}`],
    ['photos of interrupted work removed by a start', filesRemoved],
    ['webhooks received; the same again after a kill', `${webhooks.received}; ${webhooks.repeated}`],
    ['mails received; the same again after a kill', `${mails.received}; ${mails.repeated}`],
    ...VIOLATION_KINDS.map((kind): Line => [`violation: ${kind}`, violations.filter((one) => one.kind === kind).length]),
  ];
  const width = Math.max(...lines.map(([what]) => what.length));
  return lines.map(([what, count]) => `${what.padEnd(width)}  ${count}`).join('\n');
}

const MOMENTS: Readonly<Record<string, string>> = {
  working: 'at any time under load',
  starting: 'during a start',
  acknowledged: 'as a request was acknowledged',
  webhook: 'with a webhook sent and not answered',
  mail: 'with a mail sent and not taken',
};
