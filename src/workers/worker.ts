/** Entry of a simulating browser worker. */
import type { Answer, SimulatorQuestion } from './messages.ts';
import { serveSimulator } from './serve.ts';

/** What is used of a worker's global object. */
interface WorkerScope {
  postMessage(message: Answer, transfer: ArrayBuffer[]): void;
  addEventListener(kind: 'message', listener: (event: { readonly data: SimulatorQuestion }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const simulate = serveSimulator((answer, transfer) => scope.postMessage(answer, transfer));
scope.addEventListener('message', ({ data }) => simulate(data));
