/** Fact-finding: a human-rights mission that documents conduct, reports it, and is watched for it. */
import { amount, reference, timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction, grouped, inRegion, wantsKnown } from '../action.ts';

export const factFindingSchema = timedAction('fact-finding').extend({
  region: reference('Region it looks into; absent for the whole country').optional(),
  amount: amount('Staff', 'people', 500),
});

export const factFinding = defineAction<'fact-finding'>({
  kind: 'fact-finding', lane: 'warning-diplomacy', hasAmount: true,
  moves: { outcome: 'displacedPersonDays', direction: 'less', scenario: 'halvane' },
  title: { en: 'Fact-finding mission', fr: 'Mission d’établissement des faits' },
  label: (a, w) => { const place = inRegion(w, a.region); return { en: `Fact-finding ${place.en}`, fr: `Établissement des faits ${place.fr}` }; },
  describe: (a, w) => {
    const place = inRegion(w, a.region);
    return { en: `Send a fact-finding mission of ${grouped(a.amount).en} human-rights staff to work ${place.en}`, fr: `Envoyer une mission d’établissement des faits de ${grouped(a.amount).fr} agents des droits de l’homme, à l’œuvre ${place.fr}` };
  },
  check: (a, w, report) => {
    if (a.region !== undefined) wantsKnown(report, '/region', 'region', a.region, w.scenario.regions);
    if (a.amount > 0 && w.scenario.politics.consent < 0.3) report('advice', 'works-from-outside', '', 'The host consents to little; the mission will mostly work from outside the country, to less effect.');
  },
  earliest: () => AT_ONCE,
  schedule: (a, w) => ({ amount: a.amount, region: a.region === undefined ? -1 : w.regionAt(a.region) }),
});
