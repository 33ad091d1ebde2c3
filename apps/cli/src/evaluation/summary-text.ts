import { type EvaluationReport, type EvaluationSection, problemInWords, sectionTitle } from './evaluation-report.ts';
import { count, percentage, type SummaryRow, summaryRows } from './summary-rows.ts';

/** The report as lines of text. */
export function summaryText(report: EvaluationReport): string[] {
  const { folder, models, cropped, sections } = report;
  return [
    `${folder}: ${cropped ? 'head crops' : 'whole photos'}, ${models.embedder}, pipeline ${models.pipeline}`,
    ...sections.flatMap(sectionText),
  ];
}

function sectionText(section: EvaluationSection): string[] {
  const { acquisition, result } = section;
  const share = percentage(acquisition.failures.length / acquisition.offered);
  const lines = [
    '',
    sectionTitle(section.species),
    `  Failures to acquire: ${count(acquisition.failures.length)} of ${count(acquisition.offered)} photos (${share})`,
    `  Heads beside the one taken: ${count(acquisition.otherHeads)}`,
  ];
  if (result.kind === 'too-little-data') return [...lines, `  ${problemInWords(result)}`];
  const { counts, bounds, errorVersusReject } = result.evaluation;
  return [
    ...lines,
    `  ${count(counts.individuals)} individuals (${count(counts.singlePhoto)} with one photo), ${count(counts.photos)} photos`,
    ...table(summaryRows(result.evaluation)),
    '  Worst photos turned away by quality',
    ...errorVersusReject.map(
      ({ rejected, fnmr, eer }) =>
        `    ${`${Math.round(rejected * 100)} %`.padStart(5)}  FNMR ${percentage(fnmr).padStart(8)} at the threshold of FMR 1 %, EER ${percentage(eer).padStart(8)}`,
    ),
    `  Bounds: 95 %, ${bounds.method}, ${bounds.resamples} resamples; rule of three where no error was seen.`,
  ];
}

function table(rows: readonly SummaryRow[]): string[] {
  const lines: string[] = [];
  let group = '';
  for (const row of rows) {
    if (row.group !== group) lines.push(`  ${row.group}: ${row.on}`);
    group = row.group;
    lines.push(`    ${row.figure.padEnd(20)} ${row.value.padEnd(24)} ${row.bounds}`.trimEnd());
  }
  return lines;
}
