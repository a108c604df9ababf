/** Alert levels: the desk's thresholds, set by the planner; actions that wait for an alert follow them. */
import * as z from 'zod';
import { timedAction } from '../action-fields.ts';
import { AT_ONCE, decimal, defineAction } from '../action.ts';

const level = (n: number) => z.number().min(0).max(1).meta({ title: `Estimated risk at which alert ${n} is reached`, unit: 'probability' });

export const alertLevelsSchema = timedAction('alert-levels').extend({ level1: level(1), level2: level(2), level3: level(3) });

export const alertLevels = defineAction<'alert-levels'>({
  kind: 'alert-levels', lane: 'warning-diplomacy', hasAmount: false,
  moves: { outcome: 'daysToAlert', direction: 'less' },
  title: { en: 'Set alert levels', fr: 'Fixer les seuils d’alerte' },
  label: a => ({ en: `Alerts at ${percents(a).en}`, fr: `Alertes à ${percents(a).fr}` }),
  describe: a => ({ en: `Raise alerts 1, 2 and 3 at an estimated risk of ${percents(a).en}`, fr: `Déclencher les alertes 1, 2 et 3 à un risque estimé de ${percents(a).fr}` }),
  check: (a, w, report) => {
    if (!(a.level1 < a.level2 && a.level2 < a.level3)) report('error', 'levels-out-of-order', '/level1', `The levels must rise: ${a.level1}, ${a.level2}, ${a.level3}.`, `The scenario has ${w.scenario.warning.alertLevels.join(', ')}.`);
    if (a.level2 < 0.15) report('advice', 'many-false-alerts', '/level2', 'An alert at so low a risk is nearly always on; the Council stops listening to it.');
  },
  earliest: () => AT_ONCE,
  schedule: a => ({ amount: 1, extra: [a.level1, a.level2, a.level3] }),
});

function percents(a: { readonly level1: number; readonly level2: number; readonly level3: number }): { readonly en: string; readonly fr: string } {
  const [one, two, three] = [a.level1, a.level2, a.level3].map(value => decimal(Math.round(value * 1000) / 10));
  return { en: `${one!.en}, ${two!.en} and ${three!.en} %`, fr: `${one!.fr}, ${two!.fr} et ${three!.fr} %` };
}
