/** Support package: fuel, rations, transport and training for the force of a regional partner. */
import * as z from 'zod';
import { quantity } from '../../scenario/fields.ts';
import { reference, timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction, grouped, named, wantsKnown } from '../action.ts';

export const supportPackageSchema = timedAction('support-package').extend({
  partner: reference('Regional partner whose force is supported'),
  amount: quantity({ title: 'Support', unit: 'USD/month' }, 0, 1e8),
  screening: z.boolean().default(false).meta({ title: 'Whether units are screened and trained for conduct before they are supported' }),
});

export const supportPackage = defineAction<'support-package'>({
  kind: 'support-package', lane: 'aid-partners', hasAmount: true,
  moves: { outcome: 'displacedPersonDays', direction: 'less', scenario: 'halvane' },
  title: { en: 'Support package', fr: 'Appui à un partenaire' },
  label: (a, w) => ({ en: `Support to ${named(w, a.partner).en}`, fr: `Appui : ${named(w, a.partner).fr}` }),
  describe: (a, w) => ({
    en: `Support the force of ${named(w, a.partner).en} with ${grouped(a.amount).en} USD a month${a.screening ? ', its units screened and trained for conduct' : ''}`,
    fr: `Appuyer la force de ${named(w, a.partner).fr} à hauteur de ${grouped(a.amount).fr} USD par mois${a.screening ? ', ses unités étant vérifiées et formées' : ''}`,
  }),
  check: (a, w, report) => {
    if (!wantsKnown(report, '/partner', 'partner', a.partner, w.scenario.politics.partners)) return;
    if (!w.scenario.contributors.some(contributor => contributor.partner === a.partner && contributor.pledges.some(pledge => pledge.readiness === 'bridging'))) report('warning', 'no-force-to-support', '/partner', `"${a.partner}" has pledged no force of its own; the package supports nobody.`, 'Support a partner with a bridging force.');
  },
  earliest: () => AT_ONCE,
  schedule: (a, w) => ({ amount: a.amount, extra: [w.partnerAt(a.partner), a.screening ? 1 : 0, 0] }),
});
