/** Forward base: shelter, stores and a perimeter ready before units arrive. */
import { amount, reference, timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction, grouped, named, wantsKnown } from '../action.ts';
import { missionDay } from '../mandate.ts';
import { dayText } from '../world.ts';

export const forwardBaseSchema = timedAction('forward-base').extend({
  region: reference('Region it stands in'),
  amount: amount('People it houses', 'people', 20000),
});

export const forwardBase = defineAction<'forward-base'>({
  kind: 'forward-base', lane: 'logistics', hasAmount: true,
  moves: { outcome: 'displacedPersonDays', direction: 'less' },
  title: { en: 'Forward base', fr: 'Base avancée' },
  label: (a, w) => ({ en: `Base in ${named(w, a.region).en}`, fr: `Base : ${named(w, a.region).fr}` }),
  describe: (a, w) => ({ en: `Build a forward base for ${grouped(a.amount).en} people in ${named(w, a.region).en}`, fr: `Construire une base avancée pour ${grouped(a.amount).fr} personnes : ${named(w, a.region).fr}` }),
  check: (a, w, report) => { wantsKnown(report, '/region', 'region', a.region, w.scenario.regions); },
  earliest: (a, w, plan) => {
    const mission = missionDay(plan, w);
    if (mission === undefined || mission === 0 || a.amount === 0) return AT_ONCE;
    const day = dayText(w, mission);
    return { day: mission, reason: { en: `no mission is authorised before ${day.en}`, fr: `aucune mission n’est autorisée avant ${day.fr}` } };
  },
  schedule: (a, w) => ({ amount: a.amount, region: w.regionAt(a.region) }),
});
