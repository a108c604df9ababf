/** Columns of warning orders, the report inbox, members of the Council, the Assembly, agreements and the standing of the mission. */
import type { ColumnSpec } from '../kernel/columns.ts';

export const WARNING_COLUMNS = [
  // what warning orders have in place
  { name: 'sourceEffort', type: 'f32', dims: ['source', 'region'], unit: 'factor', note: 'work bought of a source on top, in times its usual work', world: true },
  { name: 'rightsStaff', type: 'f32', dims: ['region'], unit: 'people', note: 'human-rights staff at work on facts of the region', world: true },
  { name: 'rightsWatch', type: 'f64', dims: [], unit: 'index 0–1', note: 'how closely conduct in the country is documented', world: true },
  { name: 'alertThreshold', type: 'f64', dims: ['alert'], unit: 'probability', note: 'estimated risk at which alert n is reached, at index n', world: true },
  { name: 'alertFatigue', type: 'f64', dims: [], unit: 'index 0–1', note: 'how far alerts without deaths have worn out those who hear them', world: true },
  // graded reports
  { name: 'pendingCredit', type: 'f32', dims: ['reportDay', 'region'], unit: 'incidents', note: 'ring of incidents reported, weighted by reliability and credibility', world: true },
  { name: 'pendingSignal', type: 'f32', dims: ['reportDay', 'region'], unit: 'reports', note: 'ring of reports of preparations, weighted alike', world: true },
  { name: 'reportedCreditToday', type: 'f32', dims: ['region'], unit: 'incidents', note: 'incidents reported today, weighted', world: true },
  { name: 'reportedSignalToday', type: 'f32', dims: ['region'], unit: 'reports', note: 'reports of preparations received today, weighted', world: true },
  { name: 'riskBefore', type: 'f32', dims: ['region'], unit: 'probability', note: 'the estimate, averaged over the month before', world: false },
  { name: 'riskTrend', type: 'f32', dims: ['region'], unit: 'probability', note: 'estimate less its average of the month before', world: true },
  { name: 'firstSignalDay', type: 'i32', dims: [], unit: 'day', note: 'day on which the first report reached the desk; −1 none', world: true },
  { name: 'toldDay', type: 'i32', dims: [], unit: 'day', note: 'first day on which the attention of the Council stood clearly above that of D0; −1 not yet', world: true },
  { name: 'firstDecisionDay', type: 'i32', dims: [], unit: 'day', note: 'day of the first decision of the Council on the mandate; −1 none yet', world: true },
  // the inbox: the newest reports, entry n at n mod length
  { name: 'inboxCount', type: 'i32', dims: [], unit: 'reports', note: 'reports written so far', world: false },
  { name: 'inboxSeen', type: 'i32', dims: ['inbox'], unit: 'day', note: 'day observed', world: false },
  { name: 'inboxReceived', type: 'i32', dims: ['inbox'], unit: 'day', note: 'day it reaches the desk', world: false },
  { name: 'inboxRegion', type: 'i32', dims: ['inbox'], unit: 'index', note: 'place', world: false },
  { name: 'inboxSource', type: 'u8', dims: ['inbox'], unit: 'index', note: 'source', world: false },
  { name: 'inboxKind', type: 'u8', dims: ['inbox'], unit: 'code', note: '0 incident, 1 preparations', world: false },
  { name: 'inboxCredibility', type: 'u8', dims: ['inbox'], unit: 'grade 1–6', note: 'credibility: 1 confirmed to 5 improbable, 6 cannot be judged', world: false },
  { name: 'inboxDeaths', type: 'f32', dims: ['inbox'], unit: 'people', note: 'deaths it speaks of', world: false },
  // Council, Assembly, standing
  { name: 'memberPosition', type: 'f32', dims: ['member'], unit: 'index −1–1', note: 'position of a member on a stronger response', world: true },
  { name: 'councilMean', type: 'f64', dims: [], unit: 'index −1–1', note: 'mean position of the members', world: true },
  { name: 'councilSpread', type: 'f64', dims: [], unit: 'index 0–1', note: 'divergence: standard deviation of positions', world: true },
  { name: 'councilVeto', type: 'f64', dims: [], unit: 'index 0–1', note: 'danger of a veto: 1 when a member with one is firmly opposed', world: true },
  { name: 'statementPush', type: 'f64', dims: [], unit: 'index 0–1', note: 'standing of the newest statement of the Council, fading', world: true },
  { name: 'mandateEnds', type: 'i32', dims: [], unit: 'day', note: 'last day of the mandate; −1 none', world: true },
  { name: 'mandateRenewals', type: 'i32', dims: [], unit: 'count', note: 'times the end of the mandate has been reached; keys the next vote', world: false },
  { name: 'renewalBacking', type: 'f64', dims: [], unit: 'index 0–1', note: 'how well the next renewal is prepared', world: true },
  { name: 'assemblySupport', type: 'f64', dims: [], unit: 'index 0–1', note: 'standing of a recommendation of the General Assembly, fading', world: true },
  { name: 'budgetVoted', type: 'i32', dims: [], unit: 'flag', note: '1 once the Assembly has voted the budget ahead of its calendar', world: true },
  { name: 'neutrality', type: 'f64', dims: [], unit: 'index 0–1', note: 'perceived neutrality of the response', world: true },
  // agreements and local peace
  { name: 'implementation', type: 'f64', dims: ['party'], unit: 'index 0–1', note: 'how far the agreement with the party has been carried out', world: true },
  { name: 'guaranteed', type: 'f64', dims: ['party'], unit: 'index 0–1', note: 'guarantees of third parties behind the ceasefire', world: true },
  { name: 'localPeace', type: 'f32', dims: ['region'], unit: 'index 0–1', note: 'local agreements between communities', world: true },
  { name: 'sanctionBurden', type: 'f64', dims: [], unit: 'index 0–1', note: 'what sanctions cost the people of the country', world: true },
  { name: 'sanctionHeldDays', type: 'i32', dims: ['row'], unit: 'day', note: 'days the condition for suspension has been kept', world: false },
] as const satisfies readonly ColumnSpec[];
