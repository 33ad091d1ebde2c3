import type { Candidate, Decision, FalseMatchRate, ReviewReason } from './decision.ts';
import type { Species } from './photo-analysis.ts';

const PLURAL: Readonly<Record<Species, string>> = { dog: 'dogs', cat: 'cats' };

/** Plain sentences for people, most important first: "This is Mia." Never a similarity or a percentage. */
export function describeDecision(decision: Decision, species: Species): readonly string[] {
  switch (decision.kind) {
    case 'match': {
      const sentences = [`This is ${decision.best.pet.name}.`, falseMatchSentence(decision.best.falseMatch, species)];
      if (decision.lookAlike)
        sentences.push(`${decision.lookAlike.pet.name} looks very much alike: make sure that it is not ${decision.lookAlike.pet.name}.`);
      return sentences;
    }
    case 'review': {
      const [best, second] = decision.candidates;
      if (best === undefined) return ['A person must look at this.'];
      return [
        `This may be ${best.pet.name}. A person must look before anything is decided.`,
        falseMatchSentence(best.falseMatch, species),
        ...decision.why.map((reason) => reviewSentence(reason, species, second)),
      ];
    }
    case 'unknown':
      return decision.why.includes('empty-gallery')
        ? [`No ${species} is enrolled yet.`]
        : [`This is none of the ${count(decision.basis.searched)} enrolled ${PLURAL[species]}, as far as the photo shows.`];
    default:
      return decision satisfies never;
  }
}

function reviewSentence(reason: ReviewReason, species: Species, second: Candidate | undefined): string {
  switch (reason) {
    case 'between-thresholds':
      return 'The likeness is not strong enough to be sure.';
    case 'beyond-measurement':
      return `Among this many ${PLURAL[species]}, a chance likeness as strong as this one cannot be ruled out by what has been measured.`;
    case 'look-alike':
      return second ? `${second.pet.name} looks just as much like the photo.` : 'Another animal looks just as much like the photo.';
    case 'poor-photo':
      return 'The photo is too poor to be sure: take a better one.';
    case 'marks-doubt':
      return 'The faces look alike, but the marks of the coats speak against it: compare them by eye.';
    default:
      return reason satisfies never;
  }
}

/** "Two different cats look this alike in about 1 of 2,000 comparisons." */
function falseMatchSentence(falseMatch: FalseMatchRate, species: Species): string {
  return `Two different ${PLURAL[species]} look this alike ${falseMatchOdds(falseMatch)}.`;
}

/** "in about 1 of 2,000 comparisons" */
export function falseMatchOdds(falseMatch: FalseMatchRate): string {
  const odds = `1 of ${count(oneDigit(1 / falseMatch.rate))} comparisons`;
  return { measured: `in about ${odds}`, 'at-most': `in fewer than ${odds}`, 'at-least': `in more than ${odds}` }[falseMatch.bound];
}

/** Rounded down to one significant digit: 2,941 becomes 2,000. Rather too common than too rare. */
function oneDigit(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)) + 1e-9);
  return Math.max(1, Math.floor(value / power + 1e-9) * power);
}

function count(value: number): string {
  return value.toLocaleString('en');
}
