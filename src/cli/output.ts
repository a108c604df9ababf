/** What the commands print and how they end: results to standard output, everything else to standard error. */
import type { Command } from 'commander';
import { writeProblem } from '../io/node.ts';
import { findingLine, hasErrors, type Diagnostic } from '../scenario/diagnostics.ts';

/** Exit codes: done; bad input; wrong usage; a check did not hold. 130 after Ctrl-C. */
export const EXIT = { done: 0, badInput: 1, usage: 2, failed: 3, interrupted: 130 } as const;

/** Ends a command with an exit code; main.ts catches it. The sentence, when there is one, has been printed. */
export class Stop extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`exit ${code}`);
    this.code = code;
  }
}

export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function say(text: string): void {
  process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** Wrong usage: one sentence, exit code 2. */
export function refuse(sentence: string): never {
  say(`${sentence} See --help.`);
  throw new Stop(EXIT.usage);
}

/** The object of `check --json`; every field is present in every finding. */
export function findingsJson(findings: readonly Diagnostic[]): unknown {
  return {
    ok: !hasErrors(findings),
    findings: findings.map(f => ({ severity: f.severity, code: f.code, file: f.file ?? null, line: f.line ?? null, path: f.path, message: f.message, suggestion: f.suggestion ?? null })),
  };
}

/** Stops with exit code 1 when any finding is an error; otherwise says the warnings and goes on. */
export function stopOnErrors(findings: readonly Diagnostic[], json: boolean): void {
  if (hasErrors(findings)) {
    if (json) printJson(findingsJson(findings));
    for (const finding of findings) say(findingLine(finding));
    throw new Stop(EXIT.badInput);
  }
  for (const finding of findings) if (finding.severity === 'warning') say(findingLine(finding));
}

/** Stops with exit code 1 when a file could not be written, before any work for it. */
export function stopUnlessWritable(path: string | undefined): void {
  const problem = path === undefined ? undefined : writeProblem(path);
  if (problem === undefined) return;
  say(problem);
  throw new Stop(EXIT.badInput);
}

/** Examples at the end of a command's help. */
export function withExamples(command: Command, ...lines: readonly string[]): Command {
  return command.addHelpText('after', `\nExamples:\n${lines.map(line => `  ${line}`).join('\n')}`);
}

/** An option that a command cannot do without; checked here, so that a misspelt one is named first. */
export function required(name: string, value: string | undefined): string {
  return value ?? refuse(`${name} is missing.`);
}

/** Collects an option that may be repeated. */
export function repeated(text: string, before: readonly string[]): string[] {
  return [...before, text];
}

/** A whole number typed as an option. */
export function wholeNumber(name: string, low: number, high: number): (text: string) => number {
  return text => {
    const value = Number(text);
    if (!/^\d+$/.test(text.trim()) || value < low || value > high) refuse(`${name} is "${text}"; a whole number from ${low} to ${high} is wanted.`);
    return value;
  };
}

/** A number typed as an option. */
export function anyNumber(name: string, low: number, high: number): (text: string) => number {
  return text => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= low && value <= high)) refuse(`${name} is "${text}"; a number from ${low} to ${high} is wanted.`);
    return value;
  };
}

/** Ids joined by commas. */
export function idList(text: string): string[] {
  return text.split(',').map(part => part.trim()).filter(part => part !== '');
}

/** Rows as aligned columns; numbers of the first row's kind align right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, j) => Math.max(title.length, ...rows.map(row => row[j]?.length ?? 0)));
  const right = head.map((_, j) => rows.length > 0 && rows.every(row => /^[-−+]?[\d.,\s]*[kM%]?$|^$|^–$/.test(row[j] ?? '')));
  const line = (cells: readonly string[]) => cells.map((cell, j) => (right[j] ? cell.padStart(widths[j]!) : cell.padEnd(widths[j]!))).join('  ').trimEnd();
  return [line(head), line(widths.map(width => '─'.repeat(width))), ...rows.map(line)].join('\n');
}
