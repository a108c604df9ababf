/** Route works: engineers survey, clear and repair a route and keep it open. */
import * as z from 'zod';
import { MOST_WORKS, reference, timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction, named, wantsKnown } from '../action.ts';

export const openRouteSchema = timedAction('open-route').extend({
  link: reference('Route that is repaired, cleared and kept open'),
  amount: z.number().min(0).max(MOST_WORKS).meta({ title: 'Work, as many engineer companies do', unit: 'companies' }),
});

export const openRoute = defineAction<'open-route'>({
  kind: 'open-route', lane: 'logistics', hasAmount: true,
  moves: { outcome: 'displacedPersonDays', direction: 'less' },
  title: { en: 'Open a route', fr: 'Ouvrir un itinéraire' },
  label: (a, w) => ({ en: `Open ${named(w, a.link).en}`, fr: `Ouvrir ${named(w, a.link).fr}` }),
  describe: (a, w) => ({
    en: `Clear, repair and keep open the route ${named(w, a.link).en} with ${a.amount === 1 ? 'one engineer company' : `the work of ${a.amount} engineer companies`}`,
    fr: `Dégager, réparer et maintenir l’itinéraire ${named(w, a.link).fr} avec ${a.amount === 1 ? 'une compagnie du génie' : `le travail de ${String(a.amount).replace('.', ',')} compagnies du génie`}`,
  }),
  check: (a, w, report) => {
    if (!wantsKnown(report, '/link', 'route', a.link, w.scenario.links)) return;
    const link = w.scenario.links[w.linkAt(a.link)]!;
    if (link.mode === 'air' || link.mode === 'sea') report('error', 'no-works-there', '/link', `"${a.link}" goes by ${link.mode}; engineers work on roads, railways and rivers.`, `Known: ${w.scenario.links.filter(row => row.mode !== 'air' && row.mode !== 'sea').map(row => row.id).slice(0, 12).join(', ')}.`);
  },
  earliest: () => AT_ONCE,
  schedule: (a, w) => ({ amount: a.amount, link: w.linkAt(a.link) }),
});
