/** Findings: what is wrong with a file, where, and what to do about it. The command line and the panels show the same list. */

export type Severity = 'error' | 'warning' | 'advice';

export interface Diagnostic {
  readonly severity: Severity;
  /** Stable code, area and subject: `scenario/unknown-region`. */
  readonly code: string;
  readonly file?: string;
  /** Line of the file, from 1. */
  readonly line?: number;
  /** JSON Pointer into the file: `/regions/3/population`; empty for the whole file. */
  readonly path: string;
  /** One sentence: what was found and what was wanted. */
  readonly message: string;
  /** What to do about it. */
  readonly suggestion?: string;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

/** True when any finding is an error: the file cannot be used. */
export function hasErrors(findings: readonly Diagnostic[]): boolean {
  return findings.some(finding => finding.severity === 'error');
}

/** Findings in reading order: errors first, then by line, path and code. Returns a new array. */
export function sortFindings(findings: readonly Diagnostic[]): Diagnostic[] {
  return [...findings].sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || (a.line ?? 0) - (b.line ?? 0) || compareText(a.path, b.path) || compareText(a.code, b.code));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** JSON Pointer (RFC 6901) of a list of keys and indexes. */
export function pointer(keys: readonly PropertyKey[]): string {
  return keys.map(key => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** `file:line path: message (suggestion)`, for terminals and logs. */
export function findingLine(finding: Diagnostic): string {
  const place = [finding.file, finding.line].filter(part => part !== undefined).join(':');
  const hint = finding.suggestion === undefined ? '' : ` ${finding.suggestion}`;
  return `${finding.severity} ${finding.code} ${place}${place === '' ? '' : ' '}${finding.path === '' ? '' : `${finding.path}: `}${finding.message}${hint}`;
}

/** The known id nearest to a mistyped one, when it is near enough to be meant; undefined otherwise. */
export function nearest(wanted: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, candidate);
    if (distance < bestDistance) { best = candidate; bestDistance = distance; }
  }
  return best;
}

/** "did you mean …" for an unknown name, or the known names when they are few. */
export function didYouMean(wanted: string, known: readonly string[]): string | undefined {
  const best = nearest(wanted, known);
  if (best !== undefined) return `Did you mean "${best}"?`;
  if (known.length === 0 || known.length > 12) return undefined;
  return `Known: ${known.join(', ')}.`;
}

/** Least number of inserted, removed, changed or swapped neighbouring characters (Damerau 1964, optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}
