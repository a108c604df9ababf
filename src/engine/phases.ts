/**
 * The tick, said once: mechanisms in the order in which they run, with the phase of the day each belongs to.
 * A phase without a mechanism is absent.
 */
import type { Mechanism } from './mechanism.ts';
import { campaigns } from './mechanisms/campaigns.ts';
import { displacement } from './mechanisms/displacement.ts';
import { events } from './mechanisms/events.ts';
import { parties } from './mechanisms/parties.ts';
import { season } from './mechanisms/season.ts';
import { tension } from './mechanisms/tension.ts';
import { violence } from './mechanisms/violence.ts';

/** Names of the phases of the day; phase n is `PHASES[n − 1]`. */
export const PHASES = [
  'calendar and season', 'scenario events', 'structural risk and economy', 'tension', 'parties', 'violence', 'attacks on the mission', 'displacement and return',
  'need and mortality', 'warning', 'politics', 'diplomacy and sanctions', 'agenda', 'force generation and lift', 'movement and routes', 'supply',
  'presence and protection', 'capacity and peacebuilding', 'money', 'record',
] as const;

export const MECHANISMS: readonly Mechanism[] = [season, events, tension, parties, campaigns, violence, displacement];
