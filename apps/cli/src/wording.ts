/** 0.9876 to "98.8 %". Probabilities never read as certain: beyond 99.9 % and below 0.1 % they are bounds. */
export function percent(probability: number): string {
  if (probability > 0.999) return 'over 99.9 %';
  if (probability < 0.001) return 'under 0.1 %';
  return `${(probability * 100).toFixed(1)} %`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
