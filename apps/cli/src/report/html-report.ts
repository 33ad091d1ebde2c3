import type { Evaluation, NamedConfusion } from '@snout/core/evaluation';
import { type EvaluationReport, type EvaluationSection, problemInWords, sectionTitle } from '../evaluation/evaluation-report.ts';
import { count, percentage, type SummaryRow, summaryRows } from '../evaluation/summary-rows.ts';
import { escapeHtml } from './escape-html.ts';
import { cmcChart, detChart, rejectChart, scoreChart } from './evaluation-charts.ts';
import { REPORT_STYLE } from './report-style.ts';

/**
 * One page that needs nothing else. `thumbnails`: data address of a picture by the photo's name; null for a copy without photos.
 */
export function htmlReport(report: EvaluationReport, thumbnails: ReadonlyMap<string, string> | null): string {
  const { folder, cropped, models, madeAt, sections } = report;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evaluation of ${escapeHtml(models.embedder)} on ${escapeHtml(folder)}</title>
<style>${REPORT_STYLE}</style>
<main>
<h1>Evaluation on ${escapeHtml(folder)}</h1>
<p class="soft">${cropped ? 'Head crops' : 'Whole photos through the whole pipeline'} · ${[models.embedder, models.detector, models.quality].map(escapeHtml).join(' · ')} · pipeline ${escapeHtml(models.pipeline)} · <time datetime="${madeAt}">${madeAt.slice(0, 10)}</time></p>
<p>Two photos are called the same animal when their similarity is at or above a threshold. FMR: share of comparisons of different animals that pass. FNMR: share of comparisons of the same animal that do not; TAR is the rest.</p>
${sections.map((section) => sectionHtml(section, thumbnails)).join('\n')}
</main>
</html>
`;
}

function sectionHtml(section: EvaluationSection, thumbnails: ReadonlyMap<string, string> | null): string {
  const { species, acquisition, result } = section;
  const head = `<h2>${sectionTitle(species)}</h2>`;
  if (result.kind === 'too-little-data') return `${head}<p>${problemInWords(result)}</p>${failuresHtml(acquisition)}`;
  const { evaluation } = result;
  const { counts, bounds } = evaluation;
  return `${head}
<p>${count(counts.individuals)} individuals (${count(counts.singlePhoto)} with one photo), ${count(counts.photos)} photos, ${count(counts.mated)} mated and ${count(counts.nonMated)} non-mated comparisons; each two photos are compared once.</p>
${failuresHtml(acquisition)}
${summaryHtml(evaluation)}
<p class="soft">Bounds hold 95 %: ${bounds.method}, ${count(bounds.resamples)} resamples; rule of three where no error was seen.</p>
<div class="charts">
${figure('DET curve', detChart(evaluation))}
${figure('Similarities', scoreChart(evaluation))}
${figure('CMC', cmcChart(evaluation))}
${figure('Error versus reject', rejectChart(evaluation))}
</div>
${rejectHtml(evaluation)}
<h3>Different animals that look most alike</h3>
${confusionsHtml(evaluation.worst.nonMated, thumbnails)}
<h3>The same animal looking most different</h3>
${confusionsHtml(evaluation.worst.mated, thumbnails)}`;
}

function figure(title: string, svg: string): string {
  return `<figure><figcaption>${title}</figcaption>${svg}</figure>`;
}

function summaryHtml(evaluation: Evaluation): string {
  const groups = Map.groupBy(summaryRows(evaluation), ({ group }) => group);
  const bodies = [...groups].map(([group, rows]) => `<tbody>${groupHtml(group, rows)}</tbody>`);
  return `<div class="wide"><table>
<thead><tr><th scope="col">Figure</th><th scope="col">Value</th><th scope="col">95 % bounds</th></tr></thead>
${bodies.join('\n')}
</table></div>`;
}

function groupHtml(group: string, rows: readonly SummaryRow[]): string {
  const title = `<tr><th scope="rowgroup" colspan="3">${group}: ${rows[0]?.on ?? ''}</th></tr>`;
  return (
    title +
    rows
      .map((row) => `<tr><td>${row.figure}</td><td class="number">${row.value}</td><td class="number">${row.bounds || row.on}</td></tr>`)
      .join('')
  );
}

function rejectHtml({ errorVersusReject }: Evaluation): string {
  const rows = errorVersusReject.map(
    ({ rejected, photos, mated, fmr, fnmr, eer }) =>
      `<tr><td class="number">${Math.round(rejected * 100)} %</td><td class="number">${count(photos)}</td><td class="number">${count(mated)}</td><td class="number">${percentage(fnmr)}</td><td class="number">${percentage(fmr)}</td><td class="number">${percentage(eer)}</td></tr>`,
  );
  return `<h3>Worst photos turned away by quality</h3>
<div class="wide"><table><thead><tr><th scope="col">Turned away</th><th scope="col">Photos left</th><th scope="col">Mated comparisons</th><th scope="col">FNMR, same threshold</th><th scope="col">FMR, same threshold</th><th scope="col">EER</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function failuresHtml({ offered, failures, otherHeads }: EvaluationSection['acquisition']): string {
  const summary = `Failures to acquire: ${count(failures.length)} of ${count(offered)} photos (${percentage(failures.length / offered)}). Heads beside the one taken: ${count(otherHeads)}.`;
  if (failures.length === 0) return `<p>${summary}</p>`;
  const items = failures.map(({ name, message }) => `<li>${escapeHtml(name)}: ${escapeHtml(message)}</li>`);
  return `<details><summary>${summary}</summary><ul>${items.join('')}</ul></details>`;
}

function confusionsHtml(confusions: readonly NamedConfusion[], thumbnails: ReadonlyMap<string, string> | null): string {
  if (confusions.length === 0) return '<p>None.</p>';
  const photo = ({ individual, name }: NamedConfusion['a']) => {
    const address = thumbnails?.get(name);
    const picture = address === undefined ? '' : `<img src="${address}" alt="${escapeHtml(individual)}">`;
    return `<div>${picture}<span>${escapeHtml(name)}</span></div>`;
  };
  const items = confusions.map(
    ({ a, b, similarity }) =>
      `<li><div class="pair">${photo(a)}${photo(b)}</div><span class="soft">similarity ${similarity.toFixed(3)}</span></li>`,
  );
  return `<ul class="pairs">${items.join('')}</ul>`;
}
