/** What a zod schema found, as findings in plain sentences with line, title, unit and a suggestion. */
import type * as z from 'zod';
import { didYouMean, nearest, pointer, type Diagnostic } from './diagnostics.ts';

/** Parts of a schema's definition this file walks; zod exposes them as `schema.def`. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly in?: Schema;
  readonly options?: readonly Schema[];
  readonly items?: readonly Schema[];
  readonly valueType?: Schema;
  readonly discriminator?: string;
  readonly values?: readonly unknown[];
}
interface Schema { readonly def: Definition; readonly meta?: () => { title?: string; unit?: string } | undefined }

const FINDINGS_LIMIT = 200;
const NAMES: Readonly<Record<string, string>> = {
  string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', object: 'an object', record: 'an object', array: 'a list', tuple: 'a list', null: 'null', undefined: 'nothing', nan: 'no number', date: 'a date',
};

/**
 * Findings for the issues of a failed parse.
 * @param error result of `safeParse`
 * @param schema the schema that was parsed with
 * @param value the raw value that was parsed
 * @param area first part of the codes: `scenario`, `plan`
 */
export function findingsOfIssues(error: z.ZodError, schema: z.ZodType, value: unknown, area: string, file: string | undefined, lineOf: (path: string) => number | undefined): Diagnostic[] {
  const findings: Diagnostic[] = [];
  for (const issue of flatten(error.issues)) {
    if (findings.length >= FINDINGS_LIMIT) {
      findings.push({ severity: 'error', code: `${area}/more`, file, path: '', message: `There are more findings than these ${FINDINGS_LIMIT}.`, suggestion: 'Mend these first.' });
      break;
    }
    // an unknown discriminator is reported at its own key; the union that knows the kinds is one step up
    const wrongKind = issue.code === 'invalid_union' && issue.errors.length === 0;
    const at = schemaAt(schema as unknown as Schema, value, wrongKind ? issue.path.slice(0, -1) : issue.path);
    if (issue.code === 'unrecognized_keys') {
      const known = at?.def.shape === undefined ? [] : Object.keys(at.def.shape);
      for (const key of issue.keys) {
        const path = pointer([...issue.path, key]);
        findings.push({ severity: 'error', code: `${area}/unknown-field`, file, line: lineOf(path), path, message: `"${shorten(key)}" is no field here.`, suggestion: didYouMean(key, known) ?? `Fields: ${known.join(', ')}.` });
      }
      continue;
    }
    const path = pointer(issue.path);
    const got = valueAt(value, issue.path);
    const { code, message, suggestion } = sentence(issue, got, at);
    // a bound the number type sets and a tighter one of the field: the field's stays
    const same = findings.findIndex(finding => finding.path === path && finding.code === `${area}/${code}`);
    if (same >= 0) findings.splice(same, 1);
    // what a refinement says of a value that is wrong in itself adds nothing
    if (issue.code === 'custom' && findings.some(finding => finding.path === path)) continue;
    findings.push({ severity: 'error', code: `${area}/${code}`, file, line: lineOf(path), path, message, suggestion });
  }
  return findings;
}

type Issue = z.core.$ZodIssue;

/** Opens unions: the issues of the branch that fits best, the quantity's own sentence first. */
function flatten(issues: readonly Issue[]): Issue[] {
  return issues.flatMap(issue => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const deepest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0]!;
    if (depth(deepest) === 0) return [issue];
    return flatten(deepest.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue));
  });
}

function depth(issues: readonly Issue[]): number {
  return issues.reduce((most, issue) => Math.max(most, issue.path.length), 0);
}

function sentence(issue: Issue, got: unknown, schema: Schema | undefined): { code: string; message: string; suggestion?: string } {
  const field = subject(issue.path, schema);
  switch (issue.code) {
    case 'invalid_type': {
      if (got === undefined) return { code: 'missing', message: `${field} is missing; it must be ${NAMES[issue.expected] ?? issue.expected}.` };
      return { code: 'wrong-type', message: `${field} must be ${NAMES[issue.expected] ?? issue.expected}; it is ${show(got)}.` };
    }
    case 'too_small':
      return { code: 'too-small', message: issue.origin === 'number' || issue.origin === 'int' ? `${field} is ${show(got)}; the least allowed is ${issue.minimum}.` : `${field} needs at least ${issue.minimum} ${items(issue.origin, Number(issue.minimum))}.` };
    case 'too_big':
      return { code: 'too-large', message: issue.origin === 'number' || issue.origin === 'int' ? `${field} is ${show(got)}; the most allowed is ${issue.maximum}.` : `${field} holds more than ${issue.maximum} ${items(issue.origin, Number(issue.maximum))}.` };
    case 'invalid_value': {
      const known = issue.values.map(String);
      return { code: 'unknown-value', message: `${field} is ${show(got)}; it must be ${known.length === 1 ? known[0]! : `one of ${known.join(', ')}`}.`, suggestion: typeof got === 'string' ? meant(got, known) : undefined };
    }
    case 'invalid_format':
      return { code: 'wrong-form', message: `${field} is ${show(got)}; ${issue.format === 'date' ? 'a date is written like 2027-03-01' : issue.message}.` };
    case 'invalid_key':
      return { code: 'wrong-key', message: `${field}: the key is not allowed here (${issue.issues.map(inner => inner.message).join('; ')}).` };
    case 'invalid_union': {
      if (schema?.def.discriminator !== undefined) {
        const options = discriminators(schema);
        const kind = got;
        return { code: 'unknown-kind', message: `${field} is ${show(kind)}; it must be one of ${options.join(', ')}.`, suggestion: typeof kind === 'string' ? meant(kind, options) : undefined };
      }
      if (got === undefined) return { code: 'missing', message: `${field} is missing.` };
      return { code: 'wrong-type', message: `${field} is ${show(got)}; it must be ${alternatives(issue)}.` };
    }
    case 'custom':
      return { code: /^".*" (?:is|does|has|cannot)/.test(issue.message) ? 'wrong-quantity' : 'not-allowed', message: `${field}: ${issue.message}.` };
    default:
      return { code: 'not-allowed', message: `${field}: ${issue.message}.` };
  }
}

function alternatives(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const names = issue.errors.flatMap(branch => branch.slice(0, 1).map(first => (first.code === 'invalid_type' ? (NAMES[first.expected] ?? first.expected) : first.code === 'invalid_format' && first.format === 'date' ? 'a date such as 2027-03-01' : undefined)));
  const known = [...new Set(names.filter(name => name !== undefined))];
  return known.length === 0 ? 'of another form' : known.join(' or ');
}

function meant(got: string, known: readonly string[]): string | undefined {
  const best = nearest(got, known);
  return best === undefined ? undefined : `Did you mean "${best}"?`;
}

function discriminators(schema: Schema): string[] {
  return (schema.def.options ?? []).flatMap(option => (option.def.shape?.[schema.def.discriminator!]?.def.values ?? []).map(String));
}

function items(origin: string, n: number): string {
  if (origin === 'string') return n === 1 ? 'character' : 'characters';
  return n === 1 ? 'entry' : 'entries';
}

/** `"population" (People living here on D0, people)`. */
function subject(path: readonly PropertyKey[], schema: Schema | undefined): string {
  const last = path.at(-1);
  const name = last === undefined ? 'The file' : typeof last === 'number' ? `Entry ${last} of "${shorten(String(path.at(-2) ?? 'the list'))}"` : `"${shorten(String(last))}"`;
  const note = schema?.meta?.();
  const parts = [note?.title, note?.unit].filter(part => part !== undefined && part !== '1');
  return parts.length === 0 ? name : `${name} (${parts.join(', ')})`;
}

/** A value fit to be shown in a sentence. */
function show(value: unknown): string {
  if (typeof value === 'string') return `"${shorten(value)}"`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value !== null && typeof value === 'object') return 'an object';
  return value === undefined ? 'missing' : String(value);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let node = value;
  for (const key of path) {
    if (node === null || typeof node !== 'object' || !Object.hasOwn(node, key)) return undefined;
    node = (node as Record<PropertyKey, unknown>)[key];
  }
  return node;
}

/** The schema that governs `path`; wrappers that carry a title stay on. */
function schemaAt(schema: Schema, value: unknown, path: readonly PropertyKey[]): Schema | undefined {
  let at: Schema | undefined = schema;
  let node = value;
  for (const key of path) {
    at = at === undefined ? undefined : step(bare(at), node, key);
    node = node !== null && typeof node === 'object' && Object.hasOwn(node, key) ? (node as Record<PropertyKey, unknown>)[key] : undefined;
    if (at === undefined) return undefined;
  }
  const inner = bare(at);
  if (inner.def.discriminator !== undefined) return branchOf(inner, node) ?? inner;
  if (inner.def.options !== undefined && node !== null && typeof node === 'object') {
    // an object where several forms are allowed: the fields of all of them
    const shapes = inner.def.options.map(option => bare(option).def.shape).filter(shape => shape !== undefined);
    if (shapes.length > 0) return { def: { type: 'object', shape: Object.assign({}, ...shapes) as Record<string, Schema> } };
  }
  return inner.def.shape === undefined ? at : inner;
}

function step(schema: Schema, node: unknown, key: PropertyKey): Schema | undefined {
  const { def } = schema;
  if (def.discriminator !== undefined) {
    const branch = branchOf(schema, node);
    return branch === undefined ? undefined : step(bare(branch), node, key);
  }
  if (def.shape !== undefined) return typeof key === 'string' && Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
  if (def.items !== undefined) return def.items[Number(key)];
  if (def.options !== undefined) return def.options.map(option => step(bare(option), node, key)).find(found => found !== undefined);
  return def.element ?? def.valueType;
}

function branchOf(schema: Schema, node: unknown): Schema | undefined {
  const kind = node !== null && typeof node === 'object' ? (node as Record<string, unknown>)[schema.def.discriminator!] : undefined;
  return schema.def.options?.find(option => bare(option).def.shape?.[schema.def.discriminator!]?.def.values?.includes(kind));
}

function bare(schema: Schema): Schema {
  let at = schema;
  for (;;) {
    const inner: Schema | undefined = at.def.innerType ?? at.def.in;
    if (inner === undefined) return at;
    at = inner;
  }
}
