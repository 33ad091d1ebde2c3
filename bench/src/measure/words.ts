/** 83.24 to "83 ms", 8.324 to "8.3 ms", 0.4321 to "0.43 ms". */
export function milliseconds(value: number): string {
  return `${value.toFixed(value >= 20 ? 0 : value >= 2 ? 1 : 2)} ms`;
}

/** 0.8349 to "83 %". */
export function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

/** 12345 to "12,345". */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}
