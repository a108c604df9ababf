/**
 * Readiness — capacity bought before D0: standby arrangements, strategic stocks, training, warning sources, funds.
 *
 * gain of an item = its gain · usd/(usd + readinessHalfUsd), usd summed over its orders                         [share]
 * standby cuts generation and readiness times, stocks loading and base preparation, training caution after deaths,
 *   sources what is not seen; funds are commitment authority, USD for USD
 *
 * Source: readiness levels of the UN system and what they cut (logistics); gains MODEL.
 * Assumes: bought and paid before D0, from money that is not the mission's budget: it counts as spent, and never binds
 * cash. Only orders that start on day 0 count; a later start buys nothing, and the plan's checks refuse it.
 * Reads rowState. Writes ready…, spent, rowProgress, rowEffect, rowConstraint. Draws: none.
 */
import { NONE, READINESS, ROW_UNDER_WAY, START } from '../constraints.ts';
import type { Mechanism } from '../mechanism.ts';
import type { Run } from '../run.ts';
import { START_RULE } from '../schedule.ts';

const ITEMS = 5;
/** Scratch: USD by item, in the order of READINESS_ITEMS. */
const bought = new Float64Array(ITEMS);

/** Whether row i was bought before D0. */
function isBefore(run: Run, i: number): boolean {
  const { o } = run;
  return o.kind[i] === READINESS && o.amount[i]! > 0 && o.rule[i] === START_RULE.day && o.days[i]! <= 0 && o.triggers.beginsBy[i]! < 0;
}

export const readiness: Mechanism = {
  name: 'readiness', phase: 14,
  reads: ['rowState'],
  writes: ['readyStandby', 'readyStocks', 'readyTraining', 'readySources', 'readyFunds', 'spent', 'rowProgress', 'rowEffect', 'rowConstraint'],
  initialise: run => {
    const { s, t, o } = run;
    const { p } = t;
    bought.fill(0);
    for (let i = 0; i < o.rows; i++) if (isBefore(run, i)) bought[o.extra[3 * i]!]! += o.amount[i]!;
    const share = (item: number): number => bought[item]! / (bought[item]! + p.readinessHalfUsd);
    s.readyStandby[0] = p.standbyGain * share(0);
    s.readyStocks[0] = p.stocksGain * share(1);
    s.readyTraining[0] = p.trainingGain * share(2);
    s.readySources[0] = p.sourcesGain * share(3);
    s.readyFunds[0] = bought[4]!;
    for (let item = 0; item < ITEMS; item++) s.spent[0]! += bought[item]!;
  },
  run: run => {
    const { s, o } = run;
    for (let i = 0; i < o.rows; i++) {
      if (o.kind[i] !== READINESS || s.rowState[i] !== ROW_UNDER_WAY) continue;
      const effect = isBefore(run, i) ? 1 : 0;
      s.rowEffect[i] = effect;
      s.rowProgress[i] = effect;
      s.rowConstraint[i] = effect > 0 || !(o.amount[i]! > 0) ? NONE : START;
    }
  },
};
