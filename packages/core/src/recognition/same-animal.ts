import { probabilitySame } from './calibration.ts';
import type { SpeciesCalibration } from './recogniser.port.ts';
import { templateSimilarity, type WeighedTemplate } from './templates.ts';

/**
 * Two photos below this calibrated P(same) are held to show different animals. Low on purpose: a profile and a frontal face of
 * one animal often look little alike, and a person can still say that they are the same.
 */
const LEAST_PROBABILITY = 0.05;

/**
 * The photos that do not belong with the others, as indices: photos are linked when they may well be one animal, and the largest
 * linked group is right. Empty when all are linked; all of them when no group is the largest.
 */
export function otherAnimals(photos: readonly WeighedTemplate[], calibration: SpeciesCalibration): readonly number[] {
  const groups = linkedGroups(photos, calibration);
  if (groups.length <= 1) return [];
  const [largest, second] = groups.toSorted((a, b) => b.length - a.length);
  const right = largest !== undefined && largest.length > (second?.length ?? 0) ? largest : [];
  return photos.map((_, index) => index).filter((index) => !right.includes(index));
}

function linkedGroups(photos: readonly WeighedTemplate[], calibration: SpeciesCalibration): readonly (readonly number[])[] {
  const groups: number[][] = [];
  let rest = photos.map((photo, index) => ({ photo, index }));
  for (let [start] = rest; start !== undefined; [start] = rest) {
    const group = [start];
    rest = rest.slice(1);
    for (const member of group) {
      const linked = rest.filter((other) => mayBeSame(member.photo, other.photo, calibration));
      group.push(...linked);
      rest = rest.filter((other) => !linked.includes(other));
    }
    groups.push(group.map((member) => member.index));
  }
  return groups;
}

function mayBeSame(a: WeighedTemplate, b: WeighedTemplate, calibration: SpeciesCalibration): boolean {
  return probabilitySame(calibration, templateSimilarity(a.template, b.template)) >= LEAST_PROBABILITY;
}
