/** Consultation: an agreement with the host on how the mission works, or liaison with the communities of a region. */
import * as z from 'zod';
import { TOPICS } from '../../engine/schedule.ts';
import { amount, reference, timedAction } from '../action-fields.ts';
import { AT_ONCE, defineAction, named, wantsKnown } from '../action.ts';

export const consultationSchema = timedAction('consultation').extend({
  amount: amount('Officers who hold it', 'people', 200),
  region: reference('Region whose communities are consulted; absent for the host government').optional(),
  topics: z.array(z.enum(TOPICS)).max(TOPICS.length).default([...TOPICS]).meta({ title: 'What the agreement with the host is about' }),
});

const TOPIC_WORDS = {
  movement: { en: 'freedom of movement', fr: 'liberté de circulation' },
  visas: { en: 'visas', fr: 'visas' },
  land: { en: 'land', fr: 'terrains' },
  customs: { en: 'customs', fr: 'douanes' },
} as const;

export const consultation = defineAction<'consultation'>({
  kind: 'consultation', lane: 'warning-diplomacy', hasAmount: true,
  moves: { outcome: 'meanConsent', direction: 'more', scenario: 'halvane' },
  title: { en: 'Consultation', fr: 'Concertation' },
  label: (a, w) => (a.region === undefined ? { en: 'Agreement with the host', fr: 'Accord avec l’hôte' } : { en: `Liaison in ${named(w, a.region).en}`, fr: `Liaison : ${named(w, a.region).fr}` }),
  describe: (a, w) => {
    const people = a.amount === 1 ? { en: 'one officer', fr: 'un agent' } : { en: `${a.amount} officers`, fr: `${a.amount} agents` };
    if (a.region !== undefined) return { en: `Keep in touch with the communities of ${named(w, a.region).en} through ${people.en}`, fr: `Rester en contact avec les communautés (${named(w, a.region).fr}) : ${people.fr}` };
    const topics = (language: 'en' | 'fr'): string => a.topics.map(topic => TOPIC_WORDS[topic][language]).join(', ');
    return { en: `Negotiate and keep an agreement with the host${a.topics.length > 0 ? ` on ${topics('en')}` : ''} with ${people.en}`, fr: `Négocier et entretenir un accord avec l’hôte${a.topics.length > 0 ? ` (${topics('fr')})` : ''} : ${people.fr}` };
  },
  check: (a, w, report) => {
    if (a.region !== undefined) wantsKnown(report, '/region', 'region', a.region, w.scenario.regions);
    if (new Set(a.topics).size < a.topics.length) report('warning', 'topic-twice', '/topics', 'A topic is listed twice; it counts once.');
  },
  earliest: () => AT_ONCE,
  schedule: (a, w) => ({ amount: a.amount, region: a.region === undefined ? -1 : w.regionAt(a.region), extra: [TOPICS.reduce((bits, topic, n) => bits | (a.topics.includes(topic) ? 1 << n : 0), 0), 0, 0] }),
});
