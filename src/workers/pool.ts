/**
 * A pool of threads behind the executor interface, for any kind of thread. Each thread has one task at a time; a
 * thread that is free takes the waiting task of the most urgent batch, its own runs first: checkpoints of a run lie in the
 * thread that made it last. A batch that is given up hands out nothing more; what is in progress is dropped when it ends.
 */
import { cancelled, type Executor, type PerformOptions } from '../study/executor.ts';
import type { ResultOf, Task } from '../study/job.ts';
import { CHECKPOINT_BUDGET } from '../study/simulator-budget.ts';
import type { WorldInput } from '../study/world.ts';
import type { Answer, SimulatorQuestion } from './messages.ts';

/** One thread as the pool sees it. */
export interface Port {
  post(question: SimulatorQuestion): void;
  /** Called once, before the first question. */
  listen(onAnswer: (answer: Answer) => void, onError: (error: Error) => void): void;
  close(): Promise<void>;
}

interface Batch {
  readonly tasks: readonly Task[];
  readonly waiting: number[];
  readonly priority: number;
  take(value: unknown, index: number): void;
  fail(error: Error): void;
}

interface Thread {
  readonly port: Port;
  busy: boolean;
}

/** Futures over which every thread has its turn: the first answer of a try wants all threads, each with checkpoints of its own. */
const ROUND = 16;

/** Runs in a row that stay with one thread: a power of two, so that chunks fit in. */
function dealOf(threads: number): number {
  let deal = ROUND;
  while (deal > 1 && deal * threads > ROUND) deal /= 2;
  return deal;
}

/** Whether the checkpoints of a thread know the runs of a task; a sweep needs none and is at home anywhere. */
function isHome(task: Task, thread: number, threads: number): boolean {
  if (task.kind === 'sweep') return true;
  const run = task.kind === 'future' ? task.run : task.firstRun;
  return Math.floor(run / dealOf(threads)) % threads === thread;
}

export class Pool implements Executor {
  private readonly threads: readonly Thread[];
  private readonly answers = new Map<number, { done(value: unknown): void; fail(error: Error): void }>();
  private batches: Batch[] = [];
  private lastId = 0;
  private broken: Error | undefined;

  constructor(ports: readonly Port[]) {
    this.threads = ports.map(port => ({ port, busy: false }));
    for (const { port } of this.threads) port.listen(answer => this.hear(answer), error => this.breakDown(error));
  }

  get workers(): number {
    return this.threads.length;
  }

  async open(world: WorldInput): Promise<void> {
    const budget = Math.floor(CHECKPOINT_BUDGET / this.threads.length);
    await Promise.all(this.threads.map(thread => new Promise((done, fail) => {
      const id = ++this.lastId;
      this.answers.set(id, { done, fail });
      if (this.broken !== undefined) fail(this.broken);
      else thread.port.post({ ask: 'open', id, world, budget });
    })));
  }

  perform<T extends Task>(tasks: readonly T[], onResult: (result: ResultOf<T>, task: T) => void, options: PerformOptions = {}): Promise<void> {
    const { signal, priority = 0 } = options;
    return new Promise<void>((resolve, reject) => {
      if (signal?.aborted === true) { reject(cancelled()); return; }
      if (this.broken !== undefined) { reject(this.broken); return; }
      if (tasks.length === 0) { resolve(); return; }
      let left = tasks.length;
      let over = false;
      const end = (finish: () => void): void => {
        if (over) return;
        over = true;
        signal?.removeEventListener('abort', abort);
        this.batches = this.batches.filter(other => other !== batch);
        finish();
      };
      const abort = (): void => end(() => reject(cancelled()));
      const batch: Batch = {
        tasks, waiting: tasks.map((_, i) => i), priority,
        take: (value, index) => {
          if (over) return;
          try {
            onResult(value as ResultOf<T>, tasks[index]!);
          } catch (error) {
            end(() => reject(error instanceof Error ? error : new Error(String(error))));
            return;
          }
          if (--left === 0) end(resolve);
        },
        fail: error => end(() => reject(error)),
      };
      signal?.addEventListener('abort', abort, { once: true });
      const at = this.batches.findIndex(other => other.priority > priority);
      this.batches.splice(at < 0 ? this.batches.length : at, 0, batch);
      this.handOut();
    });
  }

  async close(): Promise<void> {
    this.breakDown(cancelled());
    await Promise.all(this.threads.map(thread => thread.port.close()));
  }

  private handOut(): void {
    if (this.broken !== undefined) return;
    this.threads.forEach((thread, i) => {
      if (thread.busy) return;
      const batch = this.batches.find(({ waiting }) => waiting.length > 0);
      if (batch === undefined) return;
      const own = batch.waiting.findIndex(index => isHome(batch.tasks[index]!, i, this.threads.length));
      // nothing of its own left: help from the far end, where the others come last
      const [index] = own >= 0 ? batch.waiting.splice(own, 1) : batch.waiting.splice(-1, 1);
      this.give(thread, batch, index!);
    });
  }

  private give(thread: Thread, batch: Batch, index: number): void {
    const id = ++this.lastId;
    thread.busy = true;
    const free = (): void => { thread.busy = false; };
    this.answers.set(id, {
      done: value => { free(); this.handOut(); batch.take(value, index); },
      fail: error => { free(); batch.fail(error); this.handOut(); },
    });
    thread.port.post({ ask: 'perform', id, task: batch.tasks[index]! });
  }

  private hear(answer: Answer): void {
    const waiting = this.answers.get(answer.id);
    this.answers.delete(answer.id);
    if ('error' in answer) waiting?.fail(new Error(answer.error));
    else waiting?.done(answer.value);
  }

  /** A thread died: everything that waits fails, now and later. */
  private breakDown(error: Error): void {
    this.broken ??= error;
    for (const waiting of this.answers.values()) waiting.fail(this.broken);
    this.answers.clear();
    for (const batch of this.batches) batch.fail(this.broken);
  }
}
