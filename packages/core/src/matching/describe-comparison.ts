import { falseMatchOdds } from '../recognition/describe-decision.ts';
import type { Species } from '../recognition/photo-analysis.ts';
import type { Comparison } from './compare-photos.ts';
import type { MarksJudgement } from './judge-marks.ts';
import { adviceForNose } from './nose-region.ts';

const PLURAL: Readonly<Record<Species, string>> = { dog: 'dogs', cat: 'cats' };

/** Plain sentences for people, most important first. Never a similarity; every figure with what it was measured on. */
export function describeComparison(comparison: Comparison): readonly string[] {
  const { species, face, fused, marks } = comparison;
  const animal = species ?? 'animal';
  const sentences = [verdictSentence(comparison, animal)];
  if (face !== null && species !== null)
    sentences.push(`Two different ${PLURAL[species]} look this alike ${falseMatchOdds(face.falseMatch)}.`);
  sentences.push(...marksSentences(comparison, marks), ...noseSentences(comparison));
  if (fused !== null && species !== null)
    sentences.push(`Face and coat weighed together: two different ${PLURAL[species]} come this far ${falseMatchOdds(fused.falseMatch)}.`);
  return sentences;
}

function verdictSentence({ verdict }: Comparison, animal: string): string {
  switch (verdict.kind) {
    case 'match':
      return `Both photos show the same ${animal}.`;
    case 'review':
      return `Both photos may show the same ${animal}. A person must look before anything is decided.`;
    case 'unknown':
      return `Nothing in these photos shows that they are of the same ${animal}.`;
  }
}

/** What would make a better close-up of a nose; nothing where both are good. */
function noseSentences({ sides }: Comparison): readonly string[] {
  return sides.flatMap(({ photo, nose }) => {
    const advice = nose && adviceForNose(nose.quality);
    return advice === null ? [] : [`${photo}: the nose is seen with a quality of ${nose?.quality.score} of 100; ${advice}.`];
  });
}

/** What the marks say, with how many agree, how rare that is among different animals, and on what it was measured. */
export function marksSentences(
  { modality, species, verdict }: Pick<Comparison, 'modality' | 'species' | 'verdict'>,
  marks: MarksJudgement,
): readonly string[] {
  const subject = modality === 'nose' || species === null ? 'noses' : PLURAL[species];
  const { agreement, falseMatch, calibration } = marks;
  const { pairs, of, coverage } = agreement;
  const where = pairs.length > 0 ? `, spread over ${Math.round(coverage * 100)} % of what both photos show` : '';
  const { n } = calibration;
  const isDrawn = calibration.measuredOn === 'drawn';
  const sentences = [
    `${pairs.length} of ${of} marks ${modality === 'nose' ? 'of the nose' : 'of face and coat'} agree${where}. ${opinionOf(marks)}`,
    `Two different ${isDrawn ? `drawn ${subject}` : subject} agree this well ${falseMatchOdds(falseMatch)} (n = ${count(n.nonMated)} comparisons of ${count(n.individuals)} ${isDrawn ? `drawn ${subject}` : subject}).`,
  ];
  if (isDrawn) {
    sentences.push(
      'This has been measured on drawn noses only, on no real one: a nose can support a match or raise doubt, but never decide alone.',
    );
  }
  if (verdict.kind === 'review' && verdict.why === 'marks-doubt') {
    sentences.push('The faces look alike, but the marks speak against it: compare them by eye.');
  }
  return sentences;
}

function opinionOf({ kind, why }: MarksJudgement): string {
  switch (kind) {
    case 'match':
    case 'supports':
      return 'That supports that it is the same animal.';
    case 'doubts':
      return 'That raises doubt that it is the same animal.';
    case 'silent':
      return why === 'few-marks'
        ? 'A photo shows too few marks to say anything: take a sharper one from nearer.'
        : 'That says little either way.';
  }
}

function count(value: number): string {
  return value.toLocaleString('en');
}
