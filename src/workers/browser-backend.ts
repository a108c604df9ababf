/** The backend of the browser: everything heavy behind one coordinating worker. */
import type { Backend } from '../study/backend.ts';
import { defaultWorkers } from './browser-pool.ts';
import { remoteBackend, type Reply } from './remote.ts';

/** Starts the coordinating worker and what it needs. */
export function createBrowserBackend(): Backend {
  const worker = new Worker(new URL('./coordinator.ts', import.meta.url), { type: 'module' });
  return remoteBackend({
    post: call => worker.postMessage(call, []),
    listen: (onReply, onError) => {
      worker.addEventListener('message', (event: MessageEvent<Reply>) => onReply(event.data));
      worker.addEventListener('error', event => onError(new Error(event.message === '' ? 'A worker could not be started.' : event.message)));
      worker.addEventListener('messageerror', () => onError(new Error('A message of a worker could not be read.')));
    },
    close: () => worker.terminate(),
  }, defaultWorkers());
}
