/** Columns of need, warning, politics, diplomacy and sanctions, and of the mission at risk. */
import type { ColumnSpec } from '../kernel/columns.ts';

export const POLITICS_COLUMNS = [
  // humanitarian need
  { name: 'need', type: 'f64', dims: ['region'], unit: 'people', note: 'people in need of aid today', world: true },
  { name: 'reached', type: 'f64', dims: ['region'], unit: 'people', note: 'people reached today', world: true },
  { name: 'unmetDays', type: 'f64', dims: ['region'], unit: 'day', note: 'decaying mean of the unmet share of need, in days', world: true },
  { name: 'aidStock', type: 'f64', dims: ['region'], unit: 't', note: 'relief items in the region', world: true },
  { name: 'excessDeaths', type: 'f64', dims: ['region'], unit: 'people', note: 'deaths of unmet need since D0', world: true },
  { name: 'excessDeathsToday', type: 'f64', dims: ['region'], unit: 'people', note: 'deaths of unmet need today', world: true },
  // reports: what has reached the desk; the only thing the estimate may read
  { name: 'pendingIncidents', type: 'i32', dims: ['reportDay', 'region'], unit: 'incidents', note: 'ring of incidents whose report arrives on day mod ring', world: true },
  { name: 'pendingDeaths', type: 'f64', dims: ['reportDay', 'region'], unit: 'people', note: 'ring of deaths whose report arrives then', world: true },
  { name: 'pendingPreparation', type: 'i32', dims: ['reportDay', 'region'], unit: 'reports', note: 'ring of reports of preparations, true or false', world: true },
  { name: 'deathBacklog', type: 'f64', dims: ['region'], unit: 'people', note: 'deaths that will be reported over months', world: true },
  { name: 'reportedIncidentsToday', type: 'i32', dims: ['region'], unit: 'incidents', note: 'incidents reported today, false alarms included', world: true },
  { name: 'reportedDeathsToday', type: 'f64', dims: ['region'], unit: 'people', note: 'deaths reported today', world: true },
  { name: 'reportedPreparationToday', type: 'i32', dims: ['region'], unit: 'reports', note: 'reports of preparations received today', world: true },
  { name: 'reportedDeaths', type: 'f64', dims: ['region'], unit: 'people', note: 'deaths reported since D0', world: true },
  { name: 'reportQuality', type: 'f64', dims: ['region'], unit: 'index 0–1', note: 'coverage by sources and presence, known to the desk', world: true },
  // estimate and alerts, from reports alone
  { name: 'recentReports', type: 'f64', dims: ['region'], unit: 'incidents', note: 'reported incidents, decaying over a month', world: true },
  { name: 'slowReports', type: 'f64', dims: ['region'], unit: 'incidents', note: 'reported incidents, decaying over half a year', world: true },
  { name: 'preparationSignal', type: 'f64', dims: ['region'], unit: 'reports', note: 'reports of preparations, decaying over two months', world: true },
  { name: 'riskEstimate', type: 'f64', dims: ['region'], unit: 'probability', note: 'estimated chance of an incident against civilians within a month', world: true },
  { name: 'riskConfidence', type: 'f64', dims: ['region'], unit: 'index 0–1', note: 'confidence in the estimate: under 1/3 low, under 2/3 medium, else high', world: true },
  { name: 'lastReportDay', type: 'i32', dims: ['region'], unit: 'day', note: 'day of the newest report, −1 none', world: true },
  { name: 'alertLevel', type: 'i32', dims: ['region'], unit: 'level', note: 'alert level 0–3', world: true },
  { name: 'nationalAlert', type: 'i32', dims: [], unit: 'level', note: 'highest lasting alert level of the country', world: true },
  { name: 'firstAlertDay', type: 'i32', dims: ['alert'], unit: 'day', note: 'first day the country reached alert 0, 1, 2, 3; −1 not yet', world: true },
  // politics
  { name: 'attention', type: 'f64', dims: [], unit: 'index 0–1', note: 'attention of the Council', world: true },
  { name: 'will', type: 'f64', dims: [], unit: 'index 0–1', note: 'political will to act', world: true },
  { name: 'ceilingTroops', type: 'f64', dims: [], unit: 'people', note: 'authorised troops', world: true },
  { name: 'ceilingPolice', type: 'f64', dims: [], unit: 'people', note: 'authorised police', world: true },
  { name: 'robustMandate', type: 'i32', dims: [], unit: 'flag', note: '1 when the mandate allows force to protect civilians', world: true },
  { name: 'missionPresent', type: 'i32', dims: [], unit: 'flag', note: '1 when a mission is authorised', world: true },
  { name: 'decisionDay', type: 'i32', dims: ['row'], unit: 'day', note: 'day of the decision that a request led to; −1 none', world: false },
  { name: 'requestHazard', type: 'f64', dims: ['row'], unit: 'hazard', note: 'hazard gathered by a request', world: false },
  { name: 'lastDecisionDay', type: 'i32', dims: [], unit: 'day', note: 'day of the newest Council decision; −1 none', world: true },
  { name: 'consent', type: 'f64', dims: [], unit: 'index 0–1', note: 'consent of the host', world: true },
  { name: 'acceptance', type: 'f64', dims: [], unit: 'index 0–1', note: 'local acceptance', world: true },
  { name: 'obstruction', type: 'f64', dims: [], unit: 'factor', note: 'factor on clearance, movement and reception times, 1 none to 3', world: true },
  // diplomacy and sanctions
  { name: 'trust', type: 'f64', dims: ['party'], unit: 'index 0–1', note: 'trust of the party in the mediation', world: true },
  { name: 'talksWork', type: 'f64', dims: ['row'], unit: 'hazard', note: 'hazard of success gathered by a round of talks', world: false },
  { name: 'ceasefireHazard', type: 'f64', dims: ['party'], unit: 'hazard', note: 'hazard gathered towards collapse', world: false },
  { name: 'ceasefireEpisode', type: 'i32', dims: ['party'], unit: 'count', note: 'number of ceasefires so far', world: false },
  { name: 'constraint', type: 'f64', dims: ['party'], unit: 'index 0–1', note: 'how far sanctions constrain the party\'s means', world: true },
  { name: 'coercion', type: 'f64', dims: ['party'], unit: 'index 0–1', note: 'how far sanctions change the party\'s conduct', world: true },
  { name: 'hardening', type: 'f64', dims: ['party'], unit: 'index 0–1', note: 'how far sanctions harden the party', world: true },
  // the mission at risk
  { name: 'missionKilledToday', type: 'f64', dims: ['region'], unit: 'people', note: 'mission members killed by hostile acts today', world: true },
  { name: 'missionKilled', type: 'f64', dims: [], unit: 'people', note: 'mission members killed by hostile acts since D0', world: true },
  { name: 'missionDied', type: 'f64', dims: [], unit: 'people', note: 'mission members who died of accident or illness since D0', world: true },
  { name: 'casualtyShock', type: 'f64', dims: [], unit: 'index 0–1', note: 'shock of mission deaths on contributors: caution and caveats', world: true },
] as const satisfies readonly ColumnSpec[];
