/** A pool of Node threads. In the built command line the worker lies beside it as node-worker.js. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { InlineExecutor } from './inline.ts';
import type { Executor } from '../study/executor.ts';
import type { Answer } from './messages.ts';
import { Pool, type Port } from './pool.ts';

const MOST_WORKERS = 64;

/** Threads used when nobody says how many. */
export function defaultWorkers(): number {
  return Math.max(1, Math.min(MOST_WORKERS, availableParallelism()));
}

/** Room for young objects in a thread, MB: a tick makes none, and long studies on many threads stay small. */
const YOUNG_MB = 8;

function nodePort(entry: URL): Port {
  const worker = new Worker(entry, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  return {
    post: question => worker.postMessage(question, []),
    listen: (onAnswer, onError) => {
      worker.on('message', (answer: Answer) => onAnswer(answer));
      worker.on('error', onError);
      worker.on('exit', code => { if (code !== 0) onError(new Error(`A worker ended with code ${code}.`)); });
    },
    close: async () => { await worker.terminate(); },
  };
}

/**
 * Starts a pool.
 * @param workers number of threads
 * @param entry built worker; beside this file by default
 */
export function nodePool(workers: number = defaultWorkers(), entry: URL = new URL('./node-worker.js', import.meta.url)): Executor {
  return new Pool(Array.from({ length: Math.max(1, Math.min(MOST_WORKERS, workers)) }, () => nodePort(entry)));
}

/** The executor for a number of threads: one needs no thread of its own. */
export function executorFor(workers: number): Executor {
  return workers <= 1 ? new InlineExecutor() : nodePool(workers);
}
