/** Browser workers: a pool that simulates, and one more that reads and checks, so that a check never waits for a chunk. */
import type { Executor } from '../study/executor.ts';
import type { DeskClient } from './backend.ts';
import type { Answer, Answers, DeskWish } from './messages.ts';
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

/** Starts the worker that reads and checks. */
export function browserDesk(): DeskClient {
  const worker = startWorker();
  const waiting = new Map<number, { done(value: unknown): void; fail(error: Error): void }>();
  let lastId = 0;
  let broken: Error | undefined;
  const breakDown = (error: Error): void => {
    broken ??= error;
    for (const one of waiting.values()) one.fail(broken);
    waiting.clear();
  };
  listenTo(worker, answer => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) one?.fail(new Error(answer.error));
    else one?.done(answer.value);
  }, breakDown);
  return {
    ask: <W extends DeskWish>(wish: W): Promise<Answers[W['ask']]> => new Promise((resolve, reject) => {
      if (broken !== undefined) { reject(broken); return; }
      const id = ++lastId;
      waiting.set(id, { done: value => resolve(value as Answers[W['ask']]), fail: reject });
      worker.postMessage({ ...wish, id }, []);
    }),
    close: () => {
      worker.terminate();
      breakDown(new Error('The desk is closed.'));
    },
  };
}
