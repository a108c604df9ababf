/** Targeted sanctions: listing leaders of a party, an arms embargo. */
import * as z from 'zod';
import { MEASURES, reference, timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction, named, wantsKnown } from '../action.ts';

export const sanctionSchema = timedAction('sanction').extend({
  party: reference('Party whose leaders are listed'),
  measures: z.array(z.enum(MEASURES)).min(1).max(MEASURES.length).meta({ title: 'Measures asked for' }),
  liftAfter: z.number().int().min(0).max(2000).optional().meta({ title: 'Days of a kept ceasefire after which they are suspended, and lifted when it lasts as long again; 0 or absent for never', unit: 'day' }),
});

const MEASURE_WORDS = {
  'asset-freeze': { en: 'asset freeze', fr: 'gel des avoirs' },
  'travel-ban': { en: 'travel ban', fr: 'interdiction de voyager' },
  'arms-embargo': { en: 'arms embargo', fr: 'embargo sur les armes' },
} as const;

export const sanction = defineAction<'sanction'>({
  kind: 'sanction', lane: 'council-measures', hasAmount: false,
  moves: { outcome: 'displacedPersonDays', direction: 'less' },
  title: { en: 'Targeted sanctions', fr: 'Sanctions ciblées' },
  label: (a, w) => ({ en: `Sanctions on ${named(w, a.party).en}`, fr: `Sanctions : ${named(w, a.party).fr}` }),
  describe: (a, w) => ({
    en: `Sanctions on ${named(w, a.party).en}: ${a.measures.map(measure => MEASURE_WORDS[measure].en).join(', ')}${(a.liftAfter ?? 0) > 0 ? `, suspended after ${a.liftAfter} days of a kept ceasefire` : ''}`,
    fr: `Sanctions contre ${named(w, a.party).fr} : ${a.measures.map(measure => MEASURE_WORDS[measure].fr).join(', ')}${(a.liftAfter ?? 0) > 0 ? `, suspendues après ${a.liftAfter} jours de cessez-le-feu respecté` : ''}`,
  }),
  check: (a, w, report) => {
    wantsKnown(report, '/party', 'party', a.party, w.scenario.parties);
    if (new Set(a.measures).size < a.measures.length) report('warning', 'measure-twice', '/measures', 'A measure is listed twice; it counts once.', 'Take one of them out.');
  },
  earliest: () => AT_ONCE,
  schedule: (a, w) => ({ amount: 1, party: w.partyAt(a.party), extra: [MEASURES.reduce((bits, measure, i) => bits | (a.measures.includes(measure) ? 1 << i : 0), 0), a.liftAfter ?? 0, 0] }),
});
