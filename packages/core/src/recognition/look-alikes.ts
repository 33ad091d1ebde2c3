import { decide } from './decide.ts';
import type { Candidate } from './decision.ts';
import type { Gallery } from './gallery.port.ts';
import type { Species } from './photo-analysis.ts';
import type { RecogniserModels } from './recogniser.port.ts';
import { poolTemplates, type WeighedTemplate } from './templates.ts';

/** At most this many are shown. */
const MOST_SHOWN = 5;

/**
 * Pets of the gallery above the match threshold of a lost-pet search, likeliest first: asking costs a look, a second identity costs much more. Of owners of new
 * pets at most 1 in 100 is asked for nothing (see FPIR_TARGETS).
 */
export async function lookAlikes(
  { gallery, models }: { readonly gallery: Pick<Gallery, 'search'>; readonly models: RecogniserModels },
  { templates, species }: { readonly templates: readonly WeighedTemplate[]; readonly species: Species },
): Promise<readonly Candidate[]> {
  const { calibration, embedder, pipeline } = models;
  const { vector } = poolTemplates(templates);
  const found = await gallery.search({ vector, model: embedder, pipeline, species, limit: MOST_SHOWN });
  const decision = decide({
    found,
    use: 'lost-pet',
    calibration: calibration.species[species],
    model: embedder,
    quality: Math.max(...templates.map(({ quality }) => quality)),
    limit: MOST_SHOWN,
  });
  const strong = decision.kind === 'match' || (decision.kind === 'review' && !decision.why.includes('between-thresholds'));
  if (!strong) return [];
  return decision.candidates.filter((candidate, index) => index === 0 || candidate.falseMatch.rate <= decision.basis.fmr);
}
