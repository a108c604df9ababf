/** Columns of the conflict side of the state: seasons, tension, parties, violence, people. */
import type { ColumnSpec } from '../kernel/columns.ts';

export const CONFLICT_COLUMNS = [
  // seasons
  { name: 'wetness', type: 'f64', dims: ['climate'], unit: 'index 0–1', note: 'how far into the rains: 0 dry, 1 full rains', world: true },
  { name: 'seasonShiftDays', type: 'f64', dims: ['climate'], unit: 'day', note: 'this year\'s shift of the rains; drawn on 1 January and on D0', world: false },
  // tension
  { name: 'tension', type: 'f64', dims: ['region'], unit: 'index 0–1', note: 'tension of the region at the end of the day; shown as 1 + 4·tension', world: true },
  { name: 'tensionBefore', type: 'f64', dims: ['region'], unit: 'index 0–1', note: 'yesterday\'s tension, read by neighbours', world: false },
  { name: 'memory', type: 'f64', dims: ['region'], unit: 'incidents', note: 'decaying sum of incidents, the memory of violence', world: true },
  { name: 'triggerPush', type: 'f64', dims: ['partyRegion'], unit: 'log hazard', note: 'push of dated triggers on a party in a region today', world: false },
  // parties; partyRegion index = party · regions + region
  { name: 'strength', type: 'f64', dims: ['partyRegion'], unit: 'people', note: 'armed people of the party in the region', world: true },
  { name: 'intent', type: 'f64', dims: ['party'], unit: 'index 0–1', note: 'intent to use organised violence', world: true },
  { name: 'means', type: 'f64', dims: ['party'], unit: 'index 0–1', note: 'arms, money and supply', world: true },
  { name: 'recentLosses', type: 'f64', dims: ['party'], unit: 'people', note: 'decaying sum of fighters lost', world: true },
  { name: 'activity', type: 'i32', dims: ['party'], unit: 'flag', note: '1 while the party\'s armed wing is active in the country', world: true },
  { name: 'fightingDays', type: 'f64', dims: ['party'], unit: 'day', note: 'days of activity, counted down in quiet: age of the conflict with the party', world: true },
  { name: 'vigour', type: 'f64', dims: ['party'], unit: 'factor', note: 'how hard the party fights: 1 settled activity, more at its start, little while dormant', world: true },
  { name: 'activityHazard', type: 'f64', dims: ['party'], unit: 'hazard', note: 'hazard gathered towards the next change of activity', world: false },
  { name: 'activityThreshold', type: 'f64', dims: ['party'], unit: 'hazard', note: 'exponential draw that ends the present spell', world: false },
  { name: 'activityEpisode', type: 'i32', dims: ['party'], unit: 'count', note: 'number of changes so far; keys the next draw', world: false },
  { name: 'offensive', type: 'i32', dims: ['partyRegion'], unit: 'flag', note: '1 while the party runs an offensive in the region', world: true },
  { name: 'offensiveHazard', type: 'f64', dims: ['partyRegion'], unit: 'hazard', note: 'hazard gathered towards the next change', world: false },
  { name: 'offensiveThreshold', type: 'f64', dims: ['partyRegion'], unit: 'hazard', note: 'exponential draw that ends the present spell', world: false },
  { name: 'offensiveEpisode', type: 'i32', dims: ['partyRegion'], unit: 'count', note: 'number of changes so far', world: false },
  { name: 'offensiveScale', type: 'f64', dims: ['partyRegion'], unit: 'factor', note: 'strength of the present offensive', world: false },
  { name: 'campaign', type: 'i32', dims: ['party'], unit: 'code', note: 'campaign of mass killing: 0 dormant, 1 preparing, 2 executing, 3 ended', world: true },
  { name: 'campaignAgeDays', type: 'f64', dims: ['party'], unit: 'day', note: 'days in the present stage of the campaign', world: true },
  { name: 'campaignHazard', type: 'f64', dims: ['party'], unit: 'hazard', note: 'hazard gathered towards the next stage', world: false },
  { name: 'campaignThreshold', type: 'f64', dims: ['party'], unit: 'hazard', note: 'exponential draw that ends the present stage', world: false },
  { name: 'campaignEpisode', type: 'i32', dims: ['party'], unit: 'count', note: 'number of stages so far', world: false },
  { name: 'reachable', type: 'f64', dims: ['partyRegion'], unit: 'share', note: 'share of exposed people the party can still reach', world: true },
  { name: 'ceasefire', type: 'f64', dims: ['party'], unit: 'index 0–1', note: 'hold of a ceasefire or agreement between the party and the host government; 0 none', world: true },
  { name: 'ceasefireAgeDays', type: 'f64', dims: ['party'], unit: 'day', note: 'age of the ceasefire or agreement', world: true },
  // violence of today
  { name: 'battleExcitation', type: 'f64', dims: ['region'], unit: 'incidents', note: 'decaying sum of battles', world: true },
  { name: 'attackExcitation', type: 'f64', dims: ['partyRegion'], unit: 'incidents', note: 'decaying sum of incidents against civilians', world: true },
  { name: 'battlesToday', type: 'i32', dims: ['region'], unit: 'incidents', note: 'battles', world: true },
  { name: 'attacksToday', type: 'i32', dims: ['region'], unit: 'incidents', note: 'incidents against civilians', world: true },
  { name: 'attacksByPartyToday', type: 'i32', dims: ['partyRegion'], unit: 'incidents', note: 'incidents against civilians, by party', world: false },
  { name: 'killedInAttacksToday', type: 'f64', dims: ['region'], unit: 'people', note: 'civilians killed in one-sided violence', world: true },
  { name: 'killedInBattlesToday', type: 'f64', dims: ['region'], unit: 'people', note: 'civilians killed in battles', world: true },
  { name: 'fightersKilledToday', type: 'f64', dims: ['region'], unit: 'people', note: 'fighters killed', world: true },
  { name: 'largestEventToday', type: 'f64', dims: ['region'], unit: 'people', note: 'deaths in the largest incident', world: false },
  // people, by region of origin …
  { name: 'residents', type: 'f64', dims: ['region'], unit: 'people', note: 'people of this region who never left', world: true },
  { name: 'returned', type: 'f64', dims: ['region'], unit: 'people', note: 'people of this region who came home', world: true },
  { name: 'away', type: 'f64', dims: ['region'], unit: 'people', note: 'people of this region displaced elsewhere', world: true },
  { name: 'dead', type: 'f64', dims: ['region'], unit: 'people', note: 'people of this region who died by violence or of unmet need; residents + returned + away + dead is constant', world: true },
  // … and by place
  { name: 'hosted', type: 'f64', dims: ['region'], unit: 'people', note: 'displaced people staying here; with refugees it sums to away', world: true },
  { name: 'refugees', type: 'f64', dims: ['neighbour'], unit: 'people', note: 'people who crossed into the neighbour', world: true },
  { name: 'borderOpen', type: 'i32', dims: ['neighbour'], unit: 'flag', note: '1 while the border is open', world: true },
  { name: 'fear', type: 'f64', dims: ['region'], unit: 'index 0–1', note: 'fear that drives flight: saturating in recent incidents and deaths', world: true },
  { name: 'leftToday', type: 'f64', dims: ['region'], unit: 'people', note: 'people who fled today', world: true },
  { name: 'returnedToday', type: 'f64', dims: ['region'], unit: 'people', note: 'people who came home today', world: false },
  { name: 'flowTotal', type: 'f64', dims: ['destination'], unit: 'people', note: 'people who fled so far, by origin and candidate destination (Tables.destination…)', world: false },
  // running totals
  { name: 'civiliansKilled', type: 'f64', dims: ['region'], unit: 'people', note: 'civilians killed since D0, one-sided and in battles', world: true },
  { name: 'civiliansKilledByHost', type: 'f64', dims: [], unit: 'people', note: 'of these by the host government', world: false },
  { name: 'fightersKilled', type: 'f64', dims: ['region'], unit: 'people', note: 'fighters killed since D0', world: true },
] as const satisfies readonly ColumnSpec[];
