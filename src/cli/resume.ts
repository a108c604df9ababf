/**
 * Studies that can be taken up again: an executor that keeps every finished chunk in a part file beside the wanted
 * result, as soon as it is there. However the process ends, by Ctrl-C, by kill −9 or with the machine, the same study
 * reads what is whole, computes the rest and removes the file; at most the chunks in work are lost.
 *
 * The part is a text: a line that names the study, then one line a chunk: key, hash of key and numbers, numbers
 * (doubles, base64). Only places of chunks are held in memory, so that long studies stay small.
 */
import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { Hasher, hashJson } from '../kernel/hash.ts';
import type { Executor, PerformOptions } from '../study/executor.ts';
import type { OutcomesTask, ResultOf, SweepTask, Task } from '../study/job.ts';
import { OUTCOMES } from '../study/outcomes.ts';
import { ENGINE } from '../study/study.ts';
import type { WorldInput } from '../study/world.ts';

const FORMAT = 2;
const NEWLINE = 10;
const BLOCK = 1 << 20; // bytes read at a time
const HASH = /^[0-9a-f]{16}$/;

/** Work whose result is outcomes alone. */
type Kept = OutcomesTask | SweepTask;
interface Place { readonly from: number; readonly length: number }

const isKept = (task: Task): task is Kept => task.kind === 'outcomes' || task.kind === 'sweep';
const plansOf = (task: Kept): number => (task.kind === 'sweep' ? task.plans.length : 1);

/** Hash of a chunk's key and numbers: a line somebody touched is none. */
function checkOf(key: string, numbers: Float64Array): string {
  const hasher = new Hasher();
  hasher.words(Int32Array.from(key, letter => letter.charCodeAt(0)));
  hasher.words(new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length * 2));
  return hasher.digest();
}

export class ResumableExecutor implements Executor {
  private readonly inner: Executor;
  private readonly path: string;
  private readonly study: string;
  private readonly chunks = new Map<string, Place>();
  private file: number | undefined;
  private end = 0;
  private world = '';
  private problem: string | undefined;
  /** Chunks that an earlier try left. */
  readonly found: number;

  /**
   * @param path the part file
   * @param identity everything the study's result depends on, besides this program's versions
   */
  constructor(inner: Executor, path: string, identity: unknown) {
    this.inner = inner;
    this.path = path;
    this.study = hashJson([ENGINE, OUTCOMES.map(({ name }) => name), identity]);
    if (existsSync(path)) this.readPart();
    this.found = this.chunks.size;
  }

  get workers(): number { return this.inner.workers; }
  /** A sentence when the part could not be written. */
  get error(): string | undefined { return this.problem; }

  open(world: WorldInput): Promise<void> {
    this.world = hashJson(JSON.parse(JSON.stringify(world)));
    return this.inner.open(world);
  }

  async close(): Promise<void> {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
    await this.inner.close();
  }

  async perform<T extends Task>(tasks: readonly T[], onResult: (result: ResultOf<T>, task: T) => void, options?: PerformOptions): Promise<void> {
    const left: T[] = [];
    for (const task of tasks) {
      const outcomes = isKept(task) ? this.readChunk(task) : undefined;
      if (outcomes === undefined || !isKept(task)) left.push(task);
      else onResult({ firstRun: task.firstRun, count: task.count, ...(task.kind === 'sweep' ? { plans: task.plans.length } : {}), outcomes } as unknown as ResultOf<T>, task);
    }
    await this.inner.perform(left, (result, task) => {
      if (isKept(task)) this.keep(task, (result as { readonly outcomes: Float64Array }).outcomes);
      onResult(result, task);
    }, options);
  }

  /** Takes the part file away once the result stands. */
  forget(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
    rmSync(this.path, { force: true });
  }

  private keyOf(task: Kept): string {
    const plans = task.kind === 'sweep' ? hashJson(task.plans.map(plan => plan.hash)) : task.plan.hash;
    return `${task.kind}-${this.world}-${plans}-${task.seed}-${task.firstRun}-${task.count}`;
  }

  private keep(task: Kept, outcomes: Float64Array): void {
    const key = this.keyOf(task);
    if (this.problem !== undefined || this.chunks.has(key)) return;
    const head = `${key} ${checkOf(key, outcomes)} `;
    const numbers = Buffer.from(outcomes.buffer, outcomes.byteOffset, outcomes.byteLength).toString('base64');
    try {
      if (this.file === undefined) this.begin();
      writeSync(this.file!, `${head}${numbers}\n`, this.end, 'latin1');
      this.chunks.set(key, { from: this.end + head.length, length: numbers.length });
      this.end += head.length + numbers.length + 1;
    } catch (error) {
      this.problem = `"${this.path}" cannot be written: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  /** Opens the file for writing behind what is whole of it; an unusable one is begun anew. */
  private begin(): void {
    this.file = openSync(this.path, this.chunks.size > 0 ? 'r+' : 'w+');
    if (this.chunks.size > 0) {
      ftruncateSync(this.file, this.end);
      return;
    }
    const head = `${JSON.stringify({ format: FORMAT, study: this.study })}\n`;
    writeSync(this.file, head, 0, 'latin1');
    this.end = head.length;
  }

  private readChunk(task: Kept): Float64Array | undefined {
    const place = this.chunks.get(this.keyOf(task));
    if (place === undefined) return undefined;
    this.file ??= openSync(this.path, 'r+');
    const text = Buffer.alloc(place.length);
    readSync(this.file, text, 0, place.length, place.from);
    const numbers = numbersOf(text.toString('latin1'));
    return numbers.length === plansOf(task) * task.count * OUTCOMES.length ? numbers : undefined;
  }

  /** Finds the whole chunks of an earlier try, up to the first line that is not as it was written. */
  private readPart(): void {
    const file = openSync(this.path, 'r');
    try {
      const { size } = fstatSync(file);
      let rest = Buffer.alloc(0);
      let at = 0;
      for (let read = 0; read < size;) {
        const block = Buffer.alloc(Math.min(BLOCK, size - read));
        read += readSync(file, block, 0, block.length, read);
        rest = Buffer.concat([rest, block]);
        for (let to = rest.indexOf(NEWLINE); to >= 0; to = rest.indexOf(NEWLINE)) {
          if (!this.readLine(rest.toString('latin1', 0, to), at)) return;
          rest = rest.subarray(to + 1);
          at += to + 1;
          this.end = at;
        }
      }
    } finally {
      closeSync(file);
    }
  }

  /** Notes one line of a part; false when it is none of this study's. */
  private readLine(line: string, at: number): boolean {
    if (at === 0) {
      try {
        const head = JSON.parse(line) as { format?: unknown; study?: unknown } | null;
        return head?.format === FORMAT && head.study === this.study;
      } catch {
        return false;
      }
    }
    const [key, check, text] = line.split(' ');
    if (key === undefined || check === undefined || text === undefined || !HASH.test(check) || checkOf(key, numbersOf(text)) !== check) return false;
    this.chunks.set(key, { from: at + key.length + check.length + 2, length: text.length });
    return true;
  }
}

function numbersOf(text: string): Float64Array {
  const bytes = Buffer.from(text, 'base64');
  const numbers = new Float64Array(Math.floor(bytes.length / 8));
  new Uint8Array(numbers.buffer).set(bytes.subarray(0, numbers.length * 8));
  return numbers;
}
