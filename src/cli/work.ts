/** Work that takes a while: threads, progress, Ctrl-C, and a part file to go on from. */
import { writeText } from '../io/node.ts';
import type { Executor } from '../study/executor.ts';
import type { WorldInput } from '../study/world.ts';
import { executorFor } from '../workers/node-pool.ts';
import { EXIT, say, Stop } from './output.ts';
import { startProgress, type Progress } from './progress.ts';
import { ResumableExecutor } from './resume.ts';

export interface Work {
  /** What is being done, for the progress line. */
  readonly title: string;
  readonly world: WorldInput;
  readonly workers: number;
  /** File wanted for the result; beside it lies the part. */
  readonly out?: string;
  /** Everything the result depends on. */
  readonly identity: unknown;
}

export interface Hooks {
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/**
 * Does some work and writes its result where a file is wanted. Ctrl-C ends it with exit code 130 and leaves a part to go
 * on from; so does a file that cannot be written in the end, with exit code 1.
 * @param perform computes the result; its sentence ends the progress line
 */
export async function withWork<T>(work: Work, perform: (executor: Executor, hooks: Hooks) => Promise<{ readonly result: T; readonly sentence: string }>, jsonOf: (result: T) => unknown = result => result): Promise<T> {
  const { out } = work;
  const inner = executorFor(work.workers);
  const executor = out === undefined ? inner : new ResumableExecutor(inner, `${out}.part`, work.identity);
  if (executor instanceof ResumableExecutor && executor.found > 0) say(`Going on from ${out}.part: ${executor.found} chunks are done.`);
  const abort = new AbortController();
  const interrupt = () => abort.abort();
  process.once('SIGINT', interrupt);
  const progress = startProgress(work.title);
  try {
    await executor.open(work.world);
    const { result, sentence } = await perform(executor, { signal: abort.signal, progress });
    progress.end(sentence);
    if (executor instanceof ResumableExecutor) {
      const { error } = writeText(out!, `${JSON.stringify(jsonOf(result), null, 2)}\n`);
      if (error !== undefined) {
        say(error);
        say(executor.error ?? `What is done lies in ${out}.part.`);
        throw new Stop(EXIT.badInput);
      }
      // the part goes only when the result stands
      executor.forget();
      say(`Written to ${out}`);
    }
    return result;
  } catch (error) {
    progress.end();
    if (!abort.signal.aborted || error instanceof Stop) throw error;
    if (executor instanceof ResumableExecutor) say(executor.error ?? `Stopped. What is done lies in ${out}.part; the same command goes on from there.`);
    else say('Stopped. Add --out FILE to be able to go on from there.');
    throw new Stop(EXIT.interrupted);
  } finally {
    process.off('SIGINT', interrupt);
    await executor.close();
  }
}
