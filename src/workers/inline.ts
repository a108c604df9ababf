/** The executor that uses no other thread: for tests, small studies and machines with one core. */
import { cancelled, type Executor, type PerformOptions } from '../study/executor.ts';
import type { ResultOf, Task } from '../study/job.ts';
import { Simulator } from '../study/simulator.ts';
import type { WorldInput } from '../study/world.ts';

/** Lets events, such as a cancel, come through between two chunks. */
const breathe = (): Promise<void> => new Promise(done => { setTimeout(done, 0); });

export class InlineExecutor implements Executor {
  readonly workers = 1;
  private simulator: Simulator | undefined;

  async open(world: WorldInput): Promise<void> {
    this.simulator = new Simulator(world);
  }

  async perform<T extends Task>(tasks: readonly T[], onResult: (result: ResultOf<T>, task: T) => void, options: PerformOptions = {}): Promise<void> {
    const { simulator } = this;
    if (simulator === undefined) throw new Error('No scenario is open.');
    for (const task of tasks) {
      if (options.signal?.aborted === true) throw cancelled();
      onResult(simulator.perform(task), task);
      await breathe();
    }
    if (options.signal?.aborted === true) throw cancelled();
  }

  async close(): Promise<void> {
    this.simulator = undefined;
  }
}
