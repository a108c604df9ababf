/** The golden files of the project: reading them and running what they name. */
import { join } from 'node:path';
import { filesIn, readText } from '../io/node.ts';
import { planHash } from '../plan/hash.ts';
import { replay, type Golden, type Replay } from '../study/golden.ts';
import { parametersHash, type WorldInput } from '../study/world.ts';
import { PROJECT_ROOT } from './library.ts';
import { openDesk, openPlans, planInput } from './options.ts';

export const GOLDENS_FOLDER = join(PROJECT_ROOT, 'test/goldens');

export interface GoldenRun {
  readonly golden: Golden;
  readonly world: WorldInput;
  readonly inputs: string;
  readonly run: (overrides?: Readonly<Record<string, number>>) => Replay;
}

export function goldenNames(): string[] {
  return filesIn(GOLDENS_FOLDER, '.json').map(name => name.slice(0, -'.json'.length));
}

/** @throws when the file is missing or damaged */
export function openGolden(name: string): GoldenRun {
  const read = readText(join(GOLDENS_FOLDER, `${name}.json`));
  if ('error' in read) throw new Error(read.error);
  const golden = JSON.parse(read.text) as Golden;
  const desk = openDesk(golden.scenario, { preset: 'conservative', set: [] });
  const plan = openPlans(desk, [golden.plan], false)[0]!;
  const input = planInput(plan, desk.planWorld);
  return {
    golden, world: desk.world, inputs: `${desk.scenarioHash} ${planHash(plan)} ${parametersHash(desk.world)}`,
    run: (overrides = {}) => replay({ ...desk.world, overrides }, input, golden.seed),
  };
}
