/** Entry of a browser worker. It simulates; asked to read or check something, it loads the desk first. */
import type { Desk } from './desk.ts';
import type { Answer, DeskQuestion, Question } from './messages.ts';
import { serveSimulator } from './serve.ts';

/** What is used of a worker's global object. */
interface WorkerScope {
  postMessage(message: Answer, transfer: ArrayBuffer[]): void;
  addEventListener(kind: 'message', listener: (event: { readonly data: Question }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const simulate = serveSimulator((answer, transfer) => scope.postMessage(answer, transfer));

let desk: Promise<Desk> | undefined;
/** Questions to the desk are answered in order. */
let last: Promise<void> = Promise.resolve();

async function askDesk(question: DeskQuestion): Promise<void> {
  try {
    desk ??= import('./desk.ts').then(module => new module.Desk());
    const value = (await desk).answer(question);
    scope.postMessage({ id: question.id, value }, []);
  } catch (error) {
    scope.postMessage({ id: question.id, error: error instanceof Error ? error.message : String(error) }, []);
  }
}

scope.addEventListener('message', ({ data: question }) => {
  if (question.ask === 'open' || question.ask === 'perform') simulate(question);
  else last = last.then(() => askDesk(question));
});
