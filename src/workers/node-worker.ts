/** Entry of a Node thread: simulates, nothing else. */
import { parentPort } from 'node:worker_threads';
import type { SimulatorQuestion } from './messages.ts';
import { serveSimulator } from './serve.ts';

const port = parentPort;
if (port === null) throw new Error('This file is the entry of a worker thread.');
const answer = serveSimulator((message, transfer) => port.postMessage(message, transfer));
port.on('message', (question: SimulatorQuestion) => answer(question));
