/** Warning source: more work bought of a source of warning, in one region or in all. */
import * as z from 'zod';
import { MOST_EFFORT, reference, timedAction } from '../action-fields.ts';
import { AT_ONCE, decimal, defineAction, inRegion, wantsKnown } from '../action.ts';

export const sourceSchema = timedAction('source').extend({
  source: reference('Source of warning that works more'),
  region: reference('Region in which it works more; absent for the whole country').optional(),
  amount: z.number().min(0).max(MOST_EFFORT).meta({ title: 'Work bought on top, in times its usual work', unit: 'factor' }),
});

export const source = defineAction<'source'>({
  kind: 'source', lane: 'warning-diplomacy', hasAmount: true,
  moves: { outcome: 'daysToAlert', direction: 'less' },
  title: { en: 'Invest in a warning source', fr: 'Investir dans une source d’alerte' },
  label: (a, w) => {
    const name = w.scenario.warning.sources.find(item => item.id === a.source)?.name ?? { en: a.source, fr: a.source };
    return { en: `${name.en} +${decimal(a.amount).en}`, fr: `${name.fr ?? name.en} +${decimal(a.amount).fr}` };
  },
  describe: (a, w) => {
    const name = w.scenario.warning.sources.find(item => item.id === a.source)?.name ?? { en: a.source, fr: a.source };
    const place = inRegion(w, a.region);
    return { en: `Buy ${decimal(a.amount).en} times the usual work of the source “${name.en}” on top, ${place.en}`, fr: `Ajouter ${decimal(a.amount).fr} fois le travail habituel de la source « ${name.fr ?? name.en} », ${place.fr}` };
  },
  check: (a, w, report) => {
    if (a.region !== undefined) wantsKnown(report, '/region', 'region', a.region, w.scenario.regions);
    if (!wantsKnown(report, '/source', 'warning source', a.source, w.scenario.warning.sources)) return;
    const kind = w.scenario.warning.sources.find(item => item.id === a.source)!.kind;
    if (kind === 'patrol' && !w.scenario.politics.mission.present) report('advice', 'no-mission-to-patrol', '/source', 'The source is patrols of the mission, and no mission is there on D0; more work waits for one.');
  },
  earliest: () => AT_ONCE,
  schedule: (a, w) => ({ amount: a.amount, region: a.region === undefined ? -1 : w.regionAt(a.region), extra: [w.scenario.warning.sources.findIndex(item => item.id === a.source), 0, 0] }),
});
