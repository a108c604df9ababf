/** Fixed words of the field in both languages: what an outcome, a series, a limit and a kind of action are called. */
import type { Constraint, RowKind } from '../engine/schedule.ts';
import type { Language } from '../scenario/localize.ts';
import type { OutcomeName } from '../scenario/schema.ts';

type Words<K extends string> = Readonly<Record<K, Readonly<Record<Language, string>>>>;

/** Outcomes, as they stand in a sentence: "people displaced at peak, median …". */
export const OUTCOME_WORDS: Words<OutcomeName> = {
  civiliansKilled: { en: 'civilians killed', fr: 'civils tués' },
  allDeaths: { en: 'deaths of all causes', fr: 'décès, toutes causes' },
  peakDisplaced: { en: 'people displaced at peak', fr: 'personnes déplacées au plus fort' },
  displacedPersonDays: { en: 'person-days of displacement', fr: 'personnes-jours de déplacement' },
  refugees: { en: 'refugees', fr: 'réfugiés' },
  needReached: { en: 'need reached', fr: 'besoins couverts' },
  missionDeaths: { en: 'deaths in the mission', fr: 'décès dans la mission' },
  cost: { en: 'cost', fr: 'coût' },
  regionDaysWithoutPresence: { en: 'region-days without presence', fr: 'jours-régions sans présence' },
  daysToFirstEffect: { en: 'days to first effect', fr: 'jours avant le premier effet' },
  daysToFullEffect: { en: 'days to full effect', fr: 'jours avant le plein effet' },
  daysToAlert: { en: 'days to alert 2', fr: 'jours avant l’alerte 2' },
  daysToMandate: { en: 'days to the mandate', fr: 'jours avant le mandat' },
  daysLost: { en: 'days lost from alert to effect', fr: 'jours perdus entre l’alerte et l’effet' },
  meanConsent: { en: 'host consent, mean', fr: 'consentement de l’hôte, moyenne' },
  massAtrocity: { en: 'futures with a mass atrocity', fr: 'futurs avec atrocité de masse' },
};

/** Outcomes that are shares 0–1, shown in per cent. */
export const SHARE_OUTCOMES: ReadonlySet<OutcomeName> = new Set(['needReached', 'massAtrocity', 'meanConsent']);

/** What can limit an action, as chips show it. */
export const LIMIT_WORDS: Words<Constraint> = {
  none: { en: 'nothing', fr: 'rien' },
  mandate: { en: 'mandate', fr: 'mandat' },
  consent: { en: 'consent', fr: 'consentement' },
  'lead-time': { en: 'lead time', fr: 'délai' },
  lift: { en: 'lift', fr: 'transport' },
  route: { en: 'route', fr: 'itinéraire' },
  supply: { en: 'supply', fr: 'ravitaillement' },
  money: { en: 'money', fr: 'financement' },
  partner: { en: 'partner', fr: 'partenaire' },
  security: { en: 'security', fr: 'sécurité' },
  start: { en: 'start day', fr: 'jour de début' },
};

/** What a limit means, in a few words that follow "Limit now:". */
export const LIMIT_SENTENCES: Words<Constraint> = {
  none: { en: 'nothing holds it back', fr: 'rien ne la retient' },
  mandate: { en: 'the Council’s decision or its ceiling', fr: 'la décision du Conseil ou son plafond' },
  consent: { en: 'the host’s consent', fr: 'le consentement de l’hôte' },
  'lead-time': { en: 'time to pledge, gather and prepare', fr: 'le temps d’engager, de réunir et de préparer' },
  lift: { en: 'aircraft and ships', fr: 'les avions et les navires' },
  route: { en: 'the capacity of the route', fr: 'la capacité de l’itinéraire' },
  supply: { en: 'stocks at the base', fr: 'les stocks à la base' },
  money: { en: 'money that may be spent', fr: 'les crédits disponibles' },
  partner: { en: 'a partner or a party at the table', fr: 'un partenaire ou une partie à la table' },
  security: { en: 'insecurity on the way or on the spot', fr: 'l’insécurité en chemin ou sur place' },
  start: { en: 'the start day that the plan chose', fr: 'le jour de début choisi par le plan' },
};

/** Kinds of action. */
export const KIND_WORDS: Words<RowKind> = {
  monitors: { en: 'Monitors', fr: 'Observateurs' },
  mediate: { en: 'Mediation', fr: 'Médiation' },
  'council-request': { en: 'Council request', fr: 'Demande au Conseil' },
  sanction: { en: 'Targeted measures', fr: 'Mesures ciblées' },
  deploy: { en: 'Deploy a unit', fr: 'Déployer une unité' },
  redeploy: { en: 'Move a unit', fr: 'Redéployer une unité' },
  'open-route': { en: 'Open a route', fr: 'Ouvrir un itinéraire' },
  'forward-base': { en: 'Forward base', fr: 'Base avancée' },
  aid: { en: 'Aid', fr: 'Aide' },
  'partner-request': { en: 'Ask a partner', fr: 'Demande à un partenaire' },
  'support-package': { en: 'Support package', fr: 'Appui à un partenaire' },
  consultation: { en: 'Consultation', fr: 'Concertation' },
  programme: { en: 'Programme', fr: 'Programme' },
  readiness: { en: 'Before D0', fr: 'Avant J0' },
  source: { en: 'Warning source', fr: 'Source d’alerte' },
  'fact-finding': { en: 'Fact-finding', fr: 'Établissement des faits' },
  'alert-levels': { en: 'Alert levels', fr: 'Seuils d’alerte' },
  assembly: { en: 'General Assembly', fr: 'Assemblée générale' },
  'council-vote': { en: 'Council vote', fr: 'Vote du Conseil' },
  'community-mediation': { en: 'Community mediation', fr: 'Médiation communautaire' },
};
