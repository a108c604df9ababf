/** The validation: experiments over an executor, facts read off their rows, verdicts by one rule. */
import type { PresetName } from '../../scenario/parameters.ts';
import type { Executor } from '../executor.ts';
import { chunksOf, type PieceTask } from '../job.ts';
import { ENGINE, type EngineVersions } from '../study.ts';
import type { Experiment, Rows, Setting } from './experiment.ts';
import type { Fact, FactId, FactRole } from './fact.ts';
import { experimentsOf } from './facts.ts';
import { bandText, judge, worst, type Part, type Verdict } from './verdict.ts';

/** A quantity of a fact as results carry it; numbers that cannot be computed are null. */
export interface PartResult {
  readonly name: string;
  readonly unit: string;
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  /** Monte Carlo standard error. */
  readonly error: number | null;
  /** null: printed beside the fact, not judged. */
  readonly band: string | null;
  readonly verdict: Verdict | null;
}

export interface FactResult {
  readonly id: FactId;
  readonly title: string;
  readonly target: string;
  /** The leading quantity. */
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly unit: string | null;
  readonly verdict: Verdict;
  readonly grade: string;
  readonly source: string;
  readonly recipe: string;
  readonly role: FactRole;
  readonly runs: number;
  readonly parts: readonly PartResult[];
  /** Why it missed or is undecided; null for a pass. */
  readonly reason: string | null;
  readonly note: string | null;
  /** Time of threads spent on it, its share of experiments that several facts read; the only number that differs from call to call. */
  readonly seconds: number;
}

export interface ValidationReport {
  readonly preset: PresetName;
  readonly seed: number;
  readonly quick: boolean;
  readonly overrides: Readonly<Record<string, number>>;
  readonly without: readonly string[];
  readonly engine: EngineVersions;
  readonly facts: readonly FactResult[];
}

export interface ValidationRequest extends Setting {
  readonly facts: readonly Fact[];
  /** A small part of the runs: most verdicts stay undecided. */
  readonly quick?: boolean;
}

export interface ValidationOptions {
  readonly signal?: AbortSignal;
  /** Runs done and their total, weighed alike. */
  readonly onProgress?: (done: number, total: number) => void;
}

interface Performed { readonly rows: readonly Rows[]; readonly seconds: number }

/** Pieces an experiment is cut into at most. */
const PIECES = 40;

async function perform(executor: Executor, experiments: readonly Experiment[], request: ValidationRequest, options: ValidationOptions): Promise<Map<Experiment, Performed>> {
  const { preset, overrides, without, seed, quick = false } = request;
  const results = new Map(experiments.map(experiment => [experiment.name, { experiment, rows: [] as Rows[], seconds: 0 }]));
  const tasks = experiments.flatMap(({ name, runs, quick: few }) => {
    const n = quick ? few : runs;
    return chunksOf(0, n, Math.max(1, Math.ceil(n / PIECES))).map((chunk): PieceTask => ({ kind: 'piece', experiment: name, preset, overrides, without, seed, ...chunk }));
  });
  const total = tasks.reduce((sum, task) => sum + task.count, 0);
  let done = 0;
  await executor.perform(tasks, ({ firstRun, rows, seconds }, task) => {
    const result = results.get(task.experiment)!;
    rows.forEach((row, i) => { result.rows[firstRun + i] = row; });
    result.seconds += seconds;
    done += task.count;
    options.onProgress?.(done, total);
  }, { signal: options.signal });
  return new Map([...results.values()].map(({ experiment, rows, seconds }) => [experiment, { rows, seconds }]));
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function resultOf({ name, unit, estimate, band }: Part): PartResult {
  const { value, low, high, error } = estimate;
  return {
    name, unit, value: finite(value), interval: Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null, error: finite(error),
    band: band === undefined ? null : bandText(band), verdict: band === undefined ? null : judge(estimate, band),
  };
}

/** A number of a sentence: four significant digits. */
function short(value: number | null): string {
  return value === null ? 'not computed' : String(Number(value.toPrecision(4)));
}

function reasonOf(parts: readonly PartResult[]): string | null {
  const wanting = parts.filter(part => part.verdict !== null && part.verdict !== 'pass');
  if (wanting.length === 0) return null;
  return `${wanting.map(part => `${part.name} is ${short(part.value)}, wanted ${part.band}${part.verdict === 'undecided' ? ' (more runs are needed)' : ''}`).join('; ')}.`;
}

/** Reads one fact off what was performed. */
export function readFact(fact: Fact, performed: ReadonlyMap<Experiment, Performed>, seconds: number): FactResult {
  const { id, title, target, grade, source, recipe, role, note = null } = fact;
  const head = { id, title, target };
  const tail = { grade, source, recipe, role };
  if (fact.experiment === undefined) return { ...head, value: null, interval: null, unit: null, verdict: 'miss', ...tail, runs: 0, parts: [], reason: fact.reason ?? null, note, seconds };
  const { rows } = performed.get(fact.experiment)!;
  const parts = [...fact.read(rows), ...(fact.also === undefined ? [] : fact.also.read(performed.get(fact.also.experiment)!.rows))].map(resultOf);
  const [first] = parts;
  return {
    ...head, value: first?.value ?? null, interval: first?.interval ?? null, unit: first?.unit ?? null,
    verdict: worst(parts.flatMap(part => (part.verdict === null ? [] : [part.verdict]))), ...tail, runs: rows.length, parts, reason: reasonOf(parts), note, seconds,
  };
}

/** Runs the experiments of some facts and judges them. Same request, same report but for `seconds`, with any executor. */
export async function validate(executor: Executor, request: ValidationRequest, options: ValidationOptions = {}): Promise<ValidationReport> {
  const experiments = experimentsOf(request.facts);
  const performed = await perform(executor, experiments, request, options);
  const readers = (experiment: Experiment): number => request.facts.filter(fact => fact.experiment === experiment || fact.also?.experiment === experiment).length;
  const facts = request.facts.map(fact => {
    const own = experimentsOf([fact]).reduce((sum, experiment) => sum + performed.get(experiment)!.seconds / readers(experiment), 0);
    const began = performance.now();
    const result = readFact(fact, performed, own);
    return { ...result, seconds: Math.round(10 * (own + (performance.now() - began) / 1000)) / 10 };
  });
  return { preset: request.preset, seed: request.seed, quick: request.quick ?? false, overrides: request.overrides, without: request.without, engine: ENGINE, facts };
}
