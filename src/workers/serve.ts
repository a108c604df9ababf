/** A simulating thread's side of the conversation, for any kind of thread. */
import { buffersOf } from '../study/job.ts';
import { Simulator } from '../study/simulator.ts';
import type { Answer, Answers, SimulatorQuestion } from './messages.ts';

export type Send = (answer: Answer, transfer: ArrayBuffer[]) => void;

/** Answers questions in order. The first chunks are slow while the engine of the browser compiles the tick; nothing helps but running it. */
export function serveSimulator(send: Send): (question: SimulatorQuestion) => void {
  let simulator: Simulator | undefined;
  return question => {
    try {
      let value: Answers['open' | 'perform'] = true;
      if (question.ask === 'open') simulator = new Simulator(question.world, question.budget);
      else if (simulator === undefined) throw new Error('No scenario is open in this worker.');
      else value = simulator.perform(question.task);
      send({ id: question.id, value }, value === true ? [] : buffersOf(value));
    } catch (error) {
      send({ id: question.id, error: error instanceof Error ? error.message : String(error) }, []);
    }
  };
}
