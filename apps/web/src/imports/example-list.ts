/** A short list as it may be handed in: names of columns, and a line for each pet. */
export const EXAMPLE_LIST = [
  ['reference', 'name', 'species', 'photos', 'sex', 'birthDate', 'breed', 'colours'],
  ['A-101', 'Rex', 'dog', 'rex-1.jpg|rex-2.jpg', 'male', '2021-05', 'labrador-retriever', 'black'],
  ['A-102', 'Mia', 'cat', 'photos/mia.jpg', 'female', '2019', 'mixed', 'black|white'],
  ['A-103', 'Luna', '', 'https://example.org/luna.jpg', 'unknown', '', '', ''],
] as const;

/** The example as an address to download it from: CSV in UTF-8, with the mark by which spreadsheets know that. */
export function exampleAddress(): string {
  const text = EXAMPLE_LIST.map((cells) => cells.join(',')).join('\r\n');
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${text}\r\n`)}`;
}
