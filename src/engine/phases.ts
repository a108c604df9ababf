/**
 * The tick, said once: mechanisms in the order in which they run, with the phase of the day each belongs to.
 * A phase without a mechanism is absent.
 */
import type { Mechanism } from './mechanism.ts';
import { agenda } from './mechanisms/agenda.ts';
import { assembly } from './mechanisms/assembly.ts';
import { attention } from './mechanisms/attention.ts';
import { campaigns } from './mechanisms/campaigns.ts';
import { ceasefires } from './mechanisms/ceasefires.ts';
import { community } from './mechanisms/community.ts';
import { consent } from './mechanisms/consent.ts';
import { consultation } from './mechanisms/consultation.ts';
import { council } from './mechanisms/council.ts';
import { councilVotes } from './mechanisms/council-votes.ts';
import { displacement } from './mechanisms/displacement.ts';
import { riskEstimates } from './mechanisms/estimate.ts';
import { events } from './mechanisms/events.ts';
import { fieldOrders } from './mechanisms/field-orders.ts';
import { generation } from './mechanisms/generation.ts';
import { lift } from './mechanisms/lift.ts';
import { members } from './mechanisms/members.ts';
import { mediation } from './mechanisms/mediation.ts';
import { missionRisk } from './mechanisms/mission-risk.ts';
import { money } from './mechanisms/money.ts';
import { movement } from './mechanisms/movement.ts';
import { needs } from './mechanisms/needs.ts';
import { neutrality } from './mechanisms/neutrality.ts';
import { parties } from './mechanisms/parties.ts';
import { partners } from './mechanisms/partners.ts';
import { presence } from './mechanisms/presence.ts';
import { programmes } from './mechanisms/programmes.ts';
import { readiness } from './mechanisms/readiness.ts';
import { record } from './mechanisms/record.ts';
import { redeployment } from './mechanisms/redeployment.ts';
import { relief } from './mechanisms/relief.ts';
import { reports } from './mechanisms/reports.ts';
import { routes } from './mechanisms/routes.ts';
import { sanctions } from './mechanisms/sanctions.ts';
import { season } from './mechanisms/season.ts';
import { supply } from './mechanisms/supply.ts';
import { tension } from './mechanisms/tension.ts';
import { violence } from './mechanisms/violence.ts';
import { warningOrders } from './mechanisms/warning-orders.ts';

/** Names of the phases of the day; phase n is `PHASES[n − 1]`. */
export const PHASES = [
  'calendar and season', 'scenario events', 'structural risk and economy', 'tension', 'parties', 'violence', 'attacks on the mission', 'displacement and return',
  'need and mortality', 'warning', 'politics', 'diplomacy and sanctions', 'agenda', 'force generation and lift', 'movement and routes', 'supply',
  'presence and protection', 'capacity and peacebuilding', 'money', 'record',
] as const;

export const MECHANISMS: readonly Mechanism[] = [
  season, events, tension, parties, campaigns, violence, missionRisk, displacement, needs, warningOrders, reports, riskEstimates,
  attention, members, council, councilVotes, assembly, consent, neutrality, ceasefires, mediation, community, sanctions,
  agenda, readiness, generation, lift, routes, movement, redeployment, fieldOrders, consultation, supply, relief, partners, presence, programmes, money, record,
];
