import type { AuditValue, AuditValues } from './audit-entry.ts';

/** Names of fields that hold secrets or contacts: these never reach the log, which outlives what it tells of. */
const PRIVATE =
  /pass(word|phrase)?|secret|token|hash|credential|cookie|session|key$|e-?mail|phone|contact|address|postcode|street|location|latitude|longitude/i;
/** Characters. */
const LONGEST = 200;

/**
 * The fields of a record that may stand in the log: private ones are named as "(left out)", long texts are cut, and what is not a plain
 * value is told by its size.
 */
export function auditValues(record: Readonly<Record<string, unknown>>): AuditValues {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, PRIVATE.test(name) ? '(left out)' : plain(value)]));
}

/** Only the fields that differ, before and after. */
export function auditChange(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { readonly before: AuditValues; readonly after: AuditValues } {
  const changed = Object.keys({ ...before, ...after }).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const pick = (record: Readonly<Record<string, unknown>>) =>
    auditValues(Object.fromEntries(changed.filter((name) => name in record).map((name) => [name, record[name]])));
  return { before: pick(before), after: pick(after) };
}

function plain(value: unknown): AuditValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (Array.isArray(value)) return `(${value.length} entries)`;
  return `(${typeof value})`;
}
