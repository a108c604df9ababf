/** The register of facts, in order of their numbers, and of the experiments behind them. */
import type { Experiment } from './experiment.ts';
import type { Fact } from './fact.ts';
import { PEACEKEEPING_FACTS } from './facts-peacekeeping.ts';
import { POLITICS_FACTS } from './facts-politics.ts';
import { VIOLENCE_FACTS } from './facts-violence.ts';

/** SF before SC, each by number. */
function rank(id: string): number {
  return (id.startsWith('SF') ? 0 : 100) + Number(id.slice(3));
}

export const FACTS: readonly Fact[] = [...VIOLENCE_FACTS, ...PEACEKEEPING_FACTS, ...POLITICS_FACTS].sort((a, b) => rank(a.id) - rank(b.id));

/** Experiments that some facts need, each once. */
export function experimentsOf(facts: readonly Fact[]): Experiment[] {
  return [...new Set(facts.flatMap(fact => [fact.experiment, fact.also?.experiment]).filter(experiment => experiment !== undefined))];
}

export const EXPERIMENTS: readonly Experiment[] = experimentsOf(FACTS);
