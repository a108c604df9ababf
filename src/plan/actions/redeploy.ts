/** Redeployment: units in the theatre move from one region to another. */
import { UNIT_TYPES } from '../../scenario/units.ts';
import { amount, reference, timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction, named, unitsText, wantsKnown } from '../action.ts';

export const redeploySchema = timedAction('redeploy').extend({
  unit: reference('Type of unit'),
  amount: amount('Units', 'units', 50),
  from: reference('Region it leaves'),
  destination: reference('Region it goes to'),
});

export const redeploy = defineAction<'redeploy'>({
  kind: 'redeploy', lane: 'deployments', hasAmount: true,
  title: { en: 'Redeploy units', fr: 'Redéployer des unités' },
  label: (a, w) => ({ en: `${named(w, a.from).en} → ${named(w, a.destination).en}`, fr: `${named(w, a.from).fr} → ${named(w, a.destination).fr}` }),
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
  earliest: () => AT_ONCE,
  schedule: (a, w) => ({ amount: a.amount, region: w.regionAt(a.destination), from: w.regionAt(a.from), unitType: w.unitAt(a.unit) }),
});
