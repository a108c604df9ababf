/** Entry of the browser's coordinating worker: it owns the simulating workers, merges what they give, reads and checks files. */
import { createBackend, type DeskClient } from './backend.ts';
import { browserPool } from './browser-pool.ts';
import type { Desk } from './desk.ts';
import { InlineExecutor } from './inline.ts';
import type { Answers, DeskWish } from './messages.ts';
import { serveBackend, type Call, type Reply } from './remote.ts';

/** What is used of a worker's global object. */
interface WorkerScope {
  postMessage(message: Reply, transfer: ArrayBuffer[]): void;
  addEventListener(kind: 'message', listener: (event: { readonly data: Call }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
// workers of their own start while the desk still loads schemas and units; a browser whose workers have no workers simulates here
const executor = typeof Worker === 'undefined' ? new InlineExecutor() : browserPool();
const loading: Promise<Desk> = import('./desk.ts').then(module => new module.Desk());

/** The desk on this very thread; questions are answered in order. */
const desk: DeskClient = {
  ask: async <W extends DeskWish>(wish: W) => (await loading).answer({ ...wish, id: 0 }) as Answers[W['ask']],
  close: () => {},
};

const serve = serveBackend(createBackend(executor, desk), (reply, transfer) => scope.postMessage(reply, transfer));
scope.addEventListener('message', ({ data }) => serve(data));
