/** One piece of an experiment, as a thread performs it: it needs no open scenario. */
import type { PieceChunk, PieceTask } from '../job.ts';
import { EXPERIMENTS } from './facts.ts';

/**
 * Performs runs firstRun … firstRun + count − 1 of an experiment. Same task, same rows; only `seconds` differ.
 * @throws when no experiment has that name
 */
export function performPiece(task: PieceTask): PieceChunk {
  const experiment = EXPERIMENTS.find(known => known.name === task.experiment);
  if (experiment === undefined) throw new Error(`There is no experiment "${task.experiment}".`);
  const began = performance.now();
  const { preset, overrides, without, seed, firstRun, count } = task;
  const rows = Array.from({ length: count }, (_, i) => experiment.run({ preset, overrides, without, seed }, firstRun + i));
  return { firstRun, count, rows, seconds: (performance.now() - began) / 1000 };
}
