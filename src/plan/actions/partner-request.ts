/** Request to a regional partner: its own monitors, mediators beside the talks, or what it knows. Its force is deployed. */
import * as z from 'zod';
import { PARTNER_ASKS } from '../../engine/schedule.ts';
import { amount, reference, timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction, grouped, named, wantsKnown } from '../action.ts';

export const partnerRequestSchema = timedAction('partner-request').extend({
  partner: reference('Regional partner that is asked'),
  ask: z.enum(PARTNER_ASKS).meta({ title: 'What it is asked for' }),
  amount: amount('People asked for', 'people', 500),
  region: reference('Region in which its monitors work; needed for monitors').optional(),
});

const ASK_WORDS = {
  monitors: { en: 'monitors', fr: 'observateurs' },
  mediators: { en: 'mediators', fr: 'médiateurs' },
  information: { en: 'analysts who share what it knows', fr: 'analystes qui partagent ses renseignements' },
} as const;

export const partnerRequest = defineAction<'partner-request'>({
  kind: 'partner-request', lane: 'aid-partners', hasAmount: true,
  moves: { outcome: 'peakDisplaced', direction: 'less', scenario: 'halvane' },
  title: { en: 'Request to a regional partner', fr: 'Demande à un partenaire régional' },
  label: (a, w) => ({ en: `${named(w, a.partner).en}: ${ASK_WORDS[a.ask].en.split(' ')[0]!}`, fr: `${named(w, a.partner).fr} : ${ASK_WORDS[a.ask].fr.split(' ')[0]!}` }),
  describe: (a, w) => {
    const place = a.region === undefined || a.ask !== 'monitors' ? { en: '', fr: '' } : { en: ` in ${named(w, a.region).en}`, fr: ` (${named(w, a.region).fr})` };
    return { en: `Ask ${named(w, a.partner).en} for ${grouped(a.amount).en} ${ASK_WORDS[a.ask].en}${place.en}`, fr: `Demander à ${named(w, a.partner).fr} ${grouped(a.amount).fr} ${ASK_WORDS[a.ask].fr}${place.fr}` };
  },
  check: (a, w, report) => {
    wantsKnown(report, '/partner', 'partner', a.partner, w.scenario.politics.partners);
    if (a.region !== undefined) wantsKnown(report, '/region', 'region', a.region, w.scenario.regions);
    if (a.ask === 'monitors' && a.region === undefined) report('error', 'no-region', '/region', 'Monitors of a partner work in a region; none is named.', 'Add "region".');
    if (a.ask === 'mediators' && a.amount > 40) report('warning', 'many-mediators', '/amount', `${a.amount} mediators are more than talks can use.`, 'Typical: 3 to 10.');
  },
  earliest: () => AT_ONCE,
  schedule: (a, w) => ({ amount: a.amount, region: a.region === undefined ? -1 : w.regionAt(a.region), extra: [w.partnerAt(a.partner), PARTNER_ASKS.indexOf(a.ask), 0] }),
});
