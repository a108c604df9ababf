/** `--outcome`, for commands that look at one outcome. */
import { didYouMean } from '../scenario/diagnostics.ts';
import { OUTCOME_NAMES, type OutcomeName, type Scenario } from '../scenario/schema.ts';
import { refuse } from './output.ts';

export const OUTCOME_HELP = `one of ${OUTCOME_NAMES.join(', ')}; the scenario's first target by default`;

/** The outcome typed, or the scenario's first target; stops on a name that is none. */
export function outcomeOption(typed: string | undefined, scenario: Scenario): OutcomeName {
  if (typed === undefined) return scenario.targets[0]?.outcome ?? 'peakDisplaced';
  if (!(OUTCOME_NAMES as readonly string[]).includes(typed)) refuse(`--outcome is "${typed}". ${didYouMean(typed, OUTCOME_NAMES) ?? `It is one of ${OUTCOME_NAMES.join(', ')}.`}`);
  return typed as OutcomeName;
}
