/** Programme: capacity building, technical assistance, peacebuilding or development in one region. */
import * as z from 'zod';
import { PROGRAMME_FIELDS } from '../../engine/schedule.ts';
import { quantity } from '../../scenario/fields.ts';
import { reference, timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction, grouped, named, wantsKnown } from '../action.ts';

export const programmeSchema = timedAction('programme').extend({
  field: z.enum(PROGRAMME_FIELDS).meta({ title: 'Field' }),
  region: reference('Region it works in'),
  amount: quantity({ title: 'Spending', unit: 'USD/month' }, 0, 1e8),
});

export const FIELD_WORDS = {
  'police-and-courts': { en: 'local police and courts', fr: 'police et justice locales' },
  'peace-committees': { en: 'peace committees', fr: 'comités de paix' },
  'jobs-and-services': { en: 'jobs and services', fr: 'emplois et services' },
  reintegration: { en: 'disarmament and reintegration', fr: 'désarmement et réintégration' },
  elections: { en: 'support to elections', fr: 'appui aux élections' },
  inclusion: { en: 'inclusion', fr: 'inclusion' },
  rights: { en: 'human rights', fr: 'droits humains' },
} as const;

export const programme = defineAction<'programme'>({
  kind: 'programme', lane: 'aid-partners', hasAmount: true,
  moves: { outcome: 'displacedPersonDays', direction: 'less', scenario: 'halvane' },
  title: { en: 'Programme', fr: 'Programme' },
  label: (a, w) => ({ en: `Programme in ${named(w, a.region).en}: ${FIELD_WORDS[a.field].en}`, fr: `Programme (${named(w, a.region).fr}) : ${FIELD_WORDS[a.field].fr}` }),
  describe: (a, w) => ({
    en: `Fund a programme for ${FIELD_WORDS[a.field].en} in ${named(w, a.region).en} with ${grouped(a.amount).en} USD a month`,
    fr: `Financer un programme (${FIELD_WORDS[a.field].fr} ; ${named(w, a.region).fr}) à hauteur de ${grouped(a.amount).fr} USD par mois`,
  }),
  check: (a, w, report) => {
    if (!wantsKnown(report, '/region', 'region', a.region, w.scenario.regions)) return;
    const { population } = w.scenario.regions[w.regionAt(a.region)]!;
    if (a.amount > 10 * population) report('warning', 'large-programme', '/amount', `${a.amount} USD a month are more than 10 USD a head; beyond some 2 USD a head more money buys little.`, 'Spread it over regions or fields.');
    if (a.field === 'elections') report('advice', 'elections-strain', '/field', 'Elections held where tension is high add to risk; they lower it where tension is low.', 'Start them late, or on a condition such as {"indicator": "tension", "is": "below", "value": 0.45}.');
  },
  earliest: () => AT_ONCE,
  schedule: (a, w) => ({ amount: a.amount, region: w.regionAt(a.region), extra: [PROGRAMME_FIELDS.indexOf(a.field), 0, 0] }),
});
