/** Redeployment: units in the theatre move from one region to another. */
import { UNIT_TYPES } from '../../scenario/units.ts';
import { amount, reference, timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction, named, unitsText, wantsKnown } from '../action.ts';
import { earliestStart } from '../starts.ts';
import { dayText } from '../world.ts';

export const redeploySchema = timedAction('redeploy').extend({
  unit: reference('Type of unit'),
  amount: amount('Units', 'units', 50),
  from: reference('Region it leaves'),
  destination: reference('Region it goes to'),
});

export const redeploy = defineAction<'redeploy'>({
  kind: 'redeploy', lane: 'deployments', hasAmount: true,
  moves: { outcome: 'displacedPersonDays', direction: 'less' },
  title: { en: 'Redeploy units', fr: 'Redéployer des unités' },
  label: (a, w) => {
    const type = w.unitType(a.unit)?.name ?? { en: a.unit, fr: a.unit };
    const times = a.amount === 1 ? '' : `${a.amount} × `;
    const [from, to] = [named(w, a.from), named(w, a.destination)];
    return { en: `${times}${type.en}, ${from.en} → ${to.en}`, fr: `${times}${type.fr ?? type.en}, ${from.fr} → ${to.fr}` };
  },
  describe: (a, w) => {
    const units = unitsText(a.amount, w.unitType(a.unit)?.name ?? { en: a.unit, fr: a.unit });
    const [from, to] = [named(w, a.from), named(w, a.destination)];
    return { en: `Redeploy ${units.en} from ${from.en} to ${to.en}`, fr: `Redéployer ${units.fr} : ${from.fr} → ${to.fr}` };
  },
  check: (a, w, report) => {
    wantsKnown(report, '/from', 'region', a.from, w.scenario.regions);
    wantsKnown(report, '/destination', 'region', a.destination, w.scenario.regions);
    wantsKnown(report, '/unit', 'unit type', a.unit, UNIT_TYPES);
    if (a.from === a.destination) report('warning', 'goes-nowhere', '/destination', `The units leave "${a.from}" for "${a.destination}".`, 'Name another destination.');
  },
  earliest: (a, w, plan) => {
    let there = w.inPlace(a.unit, a.from);
    if (there >= a.amount) return AT_ONCE;
    const arrivals = plan.actions
      .filter(other => (other.kind === 'deploy' || (other.kind === 'redeploy' && other.id !== a.id)) && other.unit === a.unit && other.destination === a.from)
      .map(other => ({ day: earliestStart(other, plan, w), amount: 'amount' in other ? other.amount : 0 }))
      .sort((x, y) => x.day - y.day);
    for (const arrival of arrivals) {
      there += arrival.amount;
      if (there < a.amount) continue;
      const [day, from] = [dayText(w, arrival.day), named(w, a.from)];
      return { day: arrival.day, reason: { en: `the units are ordered to ${from.en} on ${day.en}`, fr: `les unités sont envoyées vers ${from.fr} à ${day.fr}` } };
    }
    return AT_ONCE;
  },
  schedule: (a, w) => ({ amount: a.amount, region: w.regionAt(a.destination), from: w.regionAt(a.from), unitType: w.unitAt(a.unit) }),
});
