/** Community mediation: teams of local mediators between communities in one region. */
import { amount, reference, timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction, named, wantsKnown } from '../action.ts';

export const communityMediationSchema = timedAction('community-mediation').extend({
  region: reference('Region the teams work in'),
  amount: amount('Teams of local mediators', 'teams', 40),
});

export const communityMediation = defineAction<'community-mediation'>({
  kind: 'community-mediation', lane: 'warning-diplomacy', hasAmount: true,
  moves: { outcome: 'displacedPersonDays', direction: 'less', scenario: 'halvane' },
  title: { en: 'Community mediation', fr: 'Médiation communautaire' },
  label: (a, w) => ({ en: `Community mediation in ${named(w, a.region).en}`, fr: `Médiation communautaire : ${named(w, a.region).fr}` }),
  describe: (a, w) => ({
    en: `Field ${a.amount === 1 ? 'one team' : `${a.amount} teams`} of local mediators between communities in ${named(w, a.region).en}`,
    fr: `Mettre en place ${a.amount === 1 ? 'une équipe' : `${a.amount} équipes`} de médiateurs locaux entre communautés : ${named(w, a.region).fr}`,
  }),
  check: (a, w, report) => { wantsKnown(report, '/region', 'region', a.region, w.scenario.regions); },
  earliest: () => AT_ONCE,
  schedule: (a, w) => ({ amount: a.amount, region: w.regionAt(a.region) }),
});
