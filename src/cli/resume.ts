/**
 * Studies that can be taken up again: an executor that remembers finished chunks. After Ctrl-C the chunks lie beside
 * the wanted result as FILE.part; the same study reads them, finishes and removes the file.
 */
import { existsSync, rmSync } from 'node:fs';
import { readText, writeText } from '../io/node.ts';
import { hashJson } from '../kernel/hash.ts';
import type { Executor, PerformOptions } from '../study/executor.ts';
import { OUTCOMES } from '../study/outcomes.ts';
import type { OutcomesChunk, OutcomesTask, ResultOf, Task } from '../study/job.ts';
import { ENGINE } from '../study/study.ts';
import type { WorldInput } from '../study/world.ts';

const FORMAT = 1;

/** `check` is the hash of the chunks: a part that somebody touched would spoil the result. */
interface PartFile { readonly format: number; readonly study: string; readonly check: string; readonly chunks: Readonly<Record<string, readonly number[]>> }

const keyOf = (task: OutcomesTask): string => `${task.plan.hash} ${task.firstRun} ${task.count}`;

export class ResumableExecutor implements Executor {
  private readonly inner: Executor;
  private readonly path: string;
  private readonly study: string;
  private readonly chunks = new Map<string, readonly number[]>();
  /** Chunks that an earlier try left. */
  readonly found: number;

  /**
   * @param path the part file
   * @param identity everything the study's result depends on, besides this program's versions
   */
  constructor(inner: Executor, path: string, identity: unknown) {
    this.inner = inner;
    this.path = path;
    this.study = hashJson([ENGINE, identity]);
    const read = existsSync(path) ? readText(path) : { error: '' };
    if ('text' in read) {
      try {
        const part = JSON.parse(read.text) as PartFile;
        // a part of another study or of a damaged file is of no use
        if (part.format === FORMAT && part.study === this.study && part.check === hashJson(part.chunks)) {
          for (const [key, values] of Object.entries(part.chunks)) {
            if (Array.isArray(values) && values.length === Number(key.split(' ')[2]) * OUTCOMES.length && values.every(value => typeof value === 'number')) this.chunks.set(key, values);
          }
        }
      } catch {
        this.chunks.clear();
      }
    }
    this.found = this.chunks.size;
  }

  get workers(): number { return this.inner.workers; }
  open(world: WorldInput): Promise<void> { return this.inner.open(world); }
  close(): Promise<void> { return this.inner.close(); }

  async perform<T extends Task>(tasks: readonly T[], onResult: (result: ResultOf<T>, task: T) => void, options?: PerformOptions): Promise<void> {
    const left: T[] = [];
    for (const task of tasks) {
      const known = task.kind === 'outcomes' ? this.chunks.get(keyOf(task)) : undefined;
      if (known === undefined || task.kind !== 'outcomes') left.push(task);
      else onResult({ firstRun: task.firstRun, count: task.count, outcomes: Float64Array.from(known) } satisfies OutcomesChunk as ResultOf<T>, task);
    }
    await this.inner.perform(left, (result, task) => {
      if (task.kind === 'outcomes') this.chunks.set(keyOf(task), Array.from((result as OutcomesChunk).outcomes));
      onResult(result, task);
    }, options);
  }

  /** Writes what is finished. Returns a sentence when that fails. */
  save(): { readonly error?: string } {
    const chunks = Object.fromEntries(this.chunks);
    const part: PartFile = { format: FORMAT, study: this.study, check: hashJson(chunks), chunks };
    return writeText(this.path, JSON.stringify(part));
  }

  /** Takes the part file away once the result stands. */
  forget(): void {
    rmSync(this.path, { force: true });
  }
}
