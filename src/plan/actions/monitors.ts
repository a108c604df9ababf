/** Monitors: civilian or military observers who see, report and, where watched conduct changes, deter. */
import { amount, reference, timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction, grouped, named, wantsKnown } from '../action.ts';

export const monitorsSchema = timedAction('monitors').extend({
  region: reference('Region they work in'),
  amount: amount('Monitors', 'people', 5000),
});

export const monitors = defineAction<'monitors'>({
  kind: 'monitors', lane: 'warning-diplomacy', hasAmount: true,
  moves: { outcome: 'regionDaysWithoutPresence', direction: 'less' },
  title: { en: 'Monitors', fr: 'Observateurs' },
  label: (a, w) => ({ en: `Monitors in ${named(w, a.region).en}`, fr: `Observateurs : ${named(w, a.region).fr}` }),
  describe: (a, w) => ({ en: `Place ${grouped(a.amount).en} monitors in ${named(w, a.region).en}`, fr: `Placer ${grouped(a.amount).fr} observateurs : ${named(w, a.region).fr}` }),
  check: (a, w, report) => {
    wantsKnown(report, '/region', 'region', a.region, w.scenario.regions);
    if (a.amount > 300) report('warning', 'many-monitors', '/amount', `${a.amount} monitors in one region is more than most monitoring missions field in a whole country.`, 'Typical: 5 to 60.');
  },
  earliest: () => AT_ONCE,
  schedule: (a, w) => ({ amount: a.amount, region: w.regionAt(a.region) }),
});
