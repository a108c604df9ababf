/**
 * A backend in another thread. The main thread of the browser keeps only this: calls go out, results come in as buffers
 * handed over. Merging chunks, reading files and checking plans never block a frame.
 */
import type { Backend, Job } from '../study/backend.ts';
import { cancelled } from '../study/executor.ts';
import { buffersOf } from '../study/job.ts';

/** Methods that answer once, and those that are jobs. */
const ASKED = ['openScenario', 'readPlan', 'checkPlan', 'seedOf'] as const;
const JOBS = ['simulate', 'delay', 'timing', 'future', 'region'] as const;
type Asked = (typeof ASKED)[number];
type JobName = (typeof JOBS)[number];

export type Call =
  | { readonly id: number; readonly call: Asked | JobName; readonly args: readonly unknown[] }
  | { readonly cancel: number }
  | { readonly dispose: true };

export type Reply =
  | { readonly id: number; readonly part: unknown }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } };

/** The thread behind a remote backend, for any kind of thread. */
export interface Line {
  post(call: Call): void;
  /** Called once. */
  listen(onReply: (reply: Reply) => void, onError: (error: Error) => void): void;
  close(): void;
}

interface Waiting {
  readonly onPart: (value: unknown) => void;
  readonly done: (value: unknown) => void;
  readonly fail: (error: Error) => void;
}

/**
 * The near end.
 * @param workers simulating threads at the far end
 */
export function remoteBackend(line: Line, workers: number): Backend {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let broken: Error | undefined;
  const breakDown = (error: Error): void => {
    broken ??= error;
    for (const one of waiting.values()) one.fail(broken);
    waiting.clear();
  };
  line.listen(reply => {
    const one = waiting.get(reply.id);
    // a job that was given up may still have something to say
    if (one === undefined) return;
    if ('part' in reply) { one.onPart(reply.part); return; }
    waiting.delete(reply.id);
    if ('value' in reply) one.done(reply.value);
    else {
      const error = new Error(reply.error.message);
      error.name = reply.error.name;
      one.fail(error);
    }
  }, breakDown);
  const call = (name: Asked | JobName, args: readonly unknown[], onPart: (value: unknown) => void): { readonly id: number; readonly done: Promise<unknown> } => {
    const id = ++lastId;
    const done = new Promise<unknown>((resolve, reject) => {
      if (broken !== undefined) { reject(broken); return; }
      waiting.set(id, { onPart, done: resolve, fail: reject });
      line.post({ id, call: name, args });
    });
    return { id, done };
  };
  const ask = (name: Asked, ...args: readonly unknown[]): Promise<never> => call(name, args, () => {}).done as Promise<never>;
  const job = <T>(name: JobName, args: readonly unknown[], onPart: (value: T) => void = () => {}): Job<T> => {
    const { id, done } = call(name, args, onPart as (value: unknown) => void);
    // whoever cancels may have stopped listening
    done.catch(() => {});
    return {
      done: done as Promise<T>,
      cancel: () => {
        const one = waiting.get(id);
        if (one === undefined) return;
        waiting.delete(id);
        line.post({ cancel: id });
        one.fail(cancelled());
      },
    };
  };
  return {
    workers,
    openScenario: (text, file) => ask('openScenario', text, file),
    readPlan: (text, file) => ask('readPlan', text, file),
    checkPlan: plan => ask('checkPlan', plan),
    seedOf: text => ask('seedOf', text),
    simulate: (request, onResult) => job('simulate', [request], onResult),
    delay: (request, onCurve) => job('delay', [request], onCurve),
    timing: (request, onMap) => job('timing', [request], onMap),
    future: (...args) => job('future', args),
    region: (...args) => job('region', args),
    dispose: () => {
      line.post({ dispose: true });
      breakDown(cancelled());
      line.close();
    },
  };
}

/** The far end: serves a backend to whoever calls. Buffers of answers are handed over. */
export function serveBackend(backend: Backend, send: (reply: Reply, transfer: ArrayBuffer[]) => void): (call: Call) => void {
  const running = new Map<number, Job<unknown>>();
  const give = (reply: Reply, value: unknown): void => send(reply, buffersOf(value));
  const failed = (id: number, error: unknown): void => send({ id, error: error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) } }, []);
  const start = (name: JobName, args: readonly unknown[], onPart: (value: unknown) => void): Job<unknown> => {
    // the near end is typed by Backend; what arrives here is what it was given
    const methods = backend as unknown as Record<JobName, (...args: unknown[]) => Job<unknown>>;
    return methods[name](...args, onPart);
  };
  return call => {
    if ('cancel' in call) { running.get(call.cancel)?.cancel(); return; }
    if ('dispose' in call) { backend.dispose(); return; }
    const { id, call: name, args } = call;
    if ((ASKED as readonly string[]).includes(name)) {
      // models and findings are kept here too, so they are copied
      (backend as unknown as Record<string, (...args: readonly unknown[]) => Promise<unknown>>)[name]!(...args).then(value => send({ id, value }, []), (error: unknown) => failed(id, error));
      return;
    }
    const job = start(name as JobName, args, value => give({ id, part: value }, value));
    running.set(id, job);
    job.done.then(value => give({ id, value }, value), (error: unknown) => failed(id, error)).finally(() => running.delete(id));
  };
}
