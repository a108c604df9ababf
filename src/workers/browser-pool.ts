/** A pool of browser workers that simulate. */
import type { Executor } from '../study/executor.ts';
import type { Answer } from './messages.ts';
import { Pool, type Port } from './pool.ts';

const MOST_WORKERS = 8;

/** Simulating workers for this machine: one for each processor, at least one, at most eight. */
export function defaultWorkers(): number {
  return Math.max(1, Math.min(MOST_WORKERS, globalThis.navigator?.hardwareConcurrency ?? 2));
}

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

function listenTo(worker: Worker, onAnswer: (answer: Answer) => void, onError: (error: Error) => void): void {
  worker.addEventListener('message', (event: MessageEvent<Answer>) => onAnswer(event.data));
  worker.addEventListener('error', event => onError(new Error(event.message === '' ? 'A worker could not be started.' : event.message)));
  worker.addEventListener('messageerror', () => onError(new Error('A message of a worker could not be read.')));
}

function browserPort(): Port {
  const worker = startWorker();
  return {
    post: question => worker.postMessage(question, []),
    listen: (onAnswer, onError) => listenTo(worker, onAnswer, onError),
    close: async () => worker.terminate(),
  };
}

/** Starts a pool of simulating workers. */
export function browserPool(workers: number = defaultWorkers()): Executor {
  return new Pool(Array.from({ length: Math.max(1, Math.min(MOST_WORKERS, workers)) }, browserPort));
}
