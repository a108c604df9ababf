/** Parameters of warning orders, graded reports, votes, the Assembly, agreements, community mediation and the side effects of sanctions. */
import type { ParameterSpec } from './parameter.ts';

export const WARNING_PARAMETERS = [
  // warning orders
  { name: 'sourceDays', value: 14, unit: 'day', low: 5, high: 40, distribution: 'log-normal', source: 'MODEL; contracts and tasking', grade: 'invented', mechanism: 'warning-orders' },
  { name: 'sourceRampDays', value: 14, unit: 'day', low: 5, high: 40, distribution: 'uniform', source: 'MODEL', grade: 'invented', mechanism: 'warning-orders' },
  { name: 'sourceRegionShare', value: 0.25, unit: 'share', low: 0.1, high: 0.5, distribution: 'uniform', source: 'MODEL; cost of more work in one region as a share of that in all', grade: 'invented', mechanism: 'warning-orders' },
  { name: 'rightsDays', value: 28, unit: 'day', low: 14, high: 60, distribution: 'log-normal', source: 'MODEL; individual experts 30 to 90 days when recruited', grade: 'judged', mechanism: 'warning-orders' },
  { name: 'rightsHalf', value: 15, unit: 'people', low: 6, high: 40, distribution: 'log-normal', source: 'MODEL; staff at which half of what can be documented is', grade: 'invented', mechanism: 'warning-orders' },
  { name: 'rightsOutside', value: 0.35, unit: 'share', low: 0.2, high: 0.6, distribution: 'uniform', source: 'MODEL; effect of a mission that works from outside the country', grade: 'invented', mechanism: 'warning-orders' },
  { name: 'rightsAttention', value: 0.6, unit: 'factor', low: 0.2, high: 1.2, distribution: 'uniform', source: 'MODEL; documented deaths weigh more in the Council', grade: 'invented', mechanism: 'attention' },
  { name: 'rightsDeterHost', value: 0.12, unit: 'share', low: 0, high: 0.25, distribution: 'uniform', source: 'MODEL; organisers avoided mass killing where foreigners watched (Kuperman 2000, sign only)', grade: 'judged', mechanism: 'warning-orders' },
  { name: 'rightsDeterRebels', value: 0.06, unit: 'share', low: 0, high: 0.15, distribution: 'uniform', source: 'MODEL; parties that seek recognition mind their record, others do not', grade: 'invented', mechanism: 'warning-orders' },
  { name: 'rightsDeterCampaign', value: 0.35, unit: 'share', low: 0, high: 0.6, distribution: 'uniform', source: 'MODEL; campaigns avoid being documented (Kuperman 2000, sign only)', grade: 'judged', mechanism: 'campaigns' },
  { name: 'consentFromRights', value: 0.14, unit: 'index', low: 0.03, high: 0.3, distribution: 'uniform', source: 'MODEL; obstruction falls on rights reporting (Duursma 2020, sign only)', grade: 'judged', mechanism: 'consent' },
  // estimate
  { name: 'riskArmed', value: 1.2, unit: 'log odds', low: 0.4, high: 2.2, distribution: 'uniform', source: 'MODEL; weight of armed groups known to stand in the region on D0, set on generated countries; quiet districts 0.68 (ACLED, Central African Republic)', grade: 'judged', mechanism: 'estimate' },
  // attention
  { name: 'alertAttention', value: 0.15, unit: 'index', low: 0, high: 0.35, distribution: 'uniform', source: 'MODEL; what a lasting alert 3 adds to attention', grade: 'invented', mechanism: 'attention' },
  { name: 'alertFatigueDays', value: 75, unit: 'day', low: 30, high: 150, distribution: 'log-normal', source: 'MODEL; alerts without deaths wear out', grade: 'invented', mechanism: 'attention' },
  { name: 'alertFatigueDeaths', value: 15, unit: 'people/month', low: 5, high: 50, distribution: 'log-normal', source: 'MODEL; reported deaths under which an alert seems to have been false', grade: 'invented', mechanism: 'attention' },
  // members and votes
  { name: 'memberResponse', value: 0.35, unit: 'index', low: 0.1, high: 0.7, distribution: 'uniform', source: 'MODEL; how far full attention moves a member', grade: 'invented', mechanism: 'members' },
  { name: 'memberPartners', value: 0.2, unit: 'index', low: 0, high: 0.4, distribution: 'uniform', source: 'MODEL; calls of regional organisations', grade: 'invented', mechanism: 'members' },
  { name: 'memberCosts', value: 0.15, unit: 'index', low: 0, high: 0.3, distribution: 'uniform', source: 'MODEL; cost of 10,000 more people authorised', grade: 'invented', mechanism: 'members' },
  { name: 'memberAssembly', value: 0.3, unit: 'index', low: 0.05, high: 0.5, distribution: 'uniform', source: 'MODEL; a recommendation of the Assembly', grade: 'invented', mechanism: 'members' },
  { name: 'memberDays', value: 45, unit: 'day', low: 20, high: 120, distribution: 'uniform', source: 'MODEL', grade: 'invented', mechanism: 'members' },
  { name: 'vetoFrom', value: -0.5, unit: 'index', low: -0.7, high: -0.3, distribution: 'uniform', source: 'MODEL; position under which a member with a veto threatens it', grade: 'invented', mechanism: 'members' },
  { name: 'statementDays', value: 10, unit: 'day', low: 4, high: 30, distribution: 'log-normal', source: 'MODEL; median to a statement at middling attention', grade: 'invented', mechanism: 'council-votes' },
  { name: 'statementFadeDays', value: 180, unit: 'day', low: 60, high: 360, distribution: 'log-normal', source: 'MODEL', grade: 'invented', mechanism: 'council-votes' },
  { name: 'statementDeterrence', value: 0.35, unit: 'share', low: 0, high: 0.5, distribution: 'uniform', source: 'MODEL; what a fresh statement holds back of campaigns', grade: 'invented', mechanism: 'campaigns' },
  { name: 'renewalChance', value: 0.9, unit: 'probability', low: 0.7, high: 0.98, distribution: 'uniform', source: 'MODEL; a mandate is seldom allowed to lapse while consent holds', grade: 'judged', mechanism: 'council-votes' },
  { name: 'renewalPrepared', value: 0.8, unit: 'share', low: 0.4, high: 0.95, distribution: 'uniform', source: 'MODEL; share of the danger of a lapse that a prepared renewal takes away', grade: 'invented', mechanism: 'council-votes' },
  { name: 'renewalDays', value: 30, unit: 'day', low: 14, high: 60, distribution: 'log-normal', source: 'MODEL; negotiation of a renewal', grade: 'invented', mechanism: 'council-votes' },
  // assembly
  { name: 'sessionDays', value: 25, unit: 'day', low: 10, high: 60, distribution: 'log-normal', source: 'MODEL; an emergency special session meets within days of the call, the vote takes weeks', grade: 'judged', mechanism: 'assembly' },
  { name: 'sessionFadeDays', value: 240, unit: 'day', low: 90, high: 480, distribution: 'log-normal', source: 'MODEL', grade: 'invented', mechanism: 'assembly' },
  { name: 'budgetVoteDays', value: 45, unit: 'day', low: 25, high: 90, distribution: 'log-normal', source: 'MODEL; budgets of missions are voted once a year', grade: 'judged', mechanism: 'assembly' },
  { name: 'budgetVotedDays', value: 20, unit: 'day', low: 7, high: 45, distribution: 'log-normal', source: 'MODEL; lag of the money once the vote is brought forward', grade: 'invented', mechanism: 'money' },
  // neutrality
  { name: 'neutralityFromSanctions', value: 0.5, unit: 'index', low: 0.1, high: 0.8, distribution: 'uniform', source: 'MODEL; pressure on one side only', grade: 'invented', mechanism: 'neutrality' },
  { name: 'neutralityFromRobust', value: 0.1, unit: 'index', low: 0, high: 0.25, distribution: 'uniform', source: 'MODEL', grade: 'invented', mechanism: 'neutrality' },
  { name: 'neutralityDays', value: 60, unit: 'day', low: 30, high: 120, distribution: 'uniform', source: 'MODEL', grade: 'invented', mechanism: 'neutrality' },
  { name: 'attackFromPartiality', value: 0.8, unit: 'factor', low: 0, high: 1.6, distribution: 'uniform', source: 'MODEL; parties attack a mission they take for a side', grade: 'invented', mechanism: 'mission-risk' },
  // talks and agreements
  { name: 'confidentialGain', value: 0.3, unit: 'share', low: 0, high: 0.6, distribution: 'uniform', source: 'MODEL; talks kept from the public', grade: 'invented', mechanism: 'mediation' },
  { name: 'leakPerDay', value: 0.004, unit: '1/day', low: 0.001, high: 0.012, distribution: 'log-normal', source: 'MODEL; hazard that confidential talks leak', grade: 'invented', mechanism: 'mediation' },
  { name: 'guaranteesLead', value: 20, unit: 'day', low: 5, high: 45, distribution: 'log-normal', source: 'MODEL; finding guarantors', grade: 'invented', mechanism: 'mediation' },
  { name: 'guaranteesHold', value: 0.35, unit: 'share', low: 0.1, high: 0.6, distribution: 'uniform', source: 'MODEL; part of the hazard of collapse that guarantees take away', grade: 'invented', mechanism: 'mediation' },
  { name: 'spoilerHazard', value: 0.8, unit: 'factor', low: 0, high: 1.6, distribution: 'uniform', source: 'MODEL; parties left out that fight on', grade: 'invented', mechanism: 'mediation' },
  { name: 'implementationPerDay', value: 0.004, unit: '1/day', low: 0.0015, high: 0.008, distribution: 'log-normal', source: 'MODEL; an agreement backed by troops is carried out over a year', grade: 'invented', mechanism: 'mediation' },
  { name: 'implementationHold', value: 0.5, unit: 'share', low: 0.2, high: 0.8, distribution: 'uniform', source: 'MODEL; part of the hazard of collapse that a carried-out agreement takes away', grade: 'invented', mechanism: 'mediation' },
  { name: 'implementationIntent', value: 0.35, unit: 'share', low: 0.1, high: 0.6, distribution: 'uniform', source: 'MODEL; intent that a carried-out agreement takes away', grade: 'invented', mechanism: 'parties' },
  { name: 'communityDays', value: 30, unit: 'day', low: 14, high: 60, distribution: 'log-normal', source: 'MODEL; choosing and training local mediators', grade: 'invented', mechanism: 'community' },
  { name: 'communityUsd', value: 25000, unit: 'USD/team/month', low: 10000, high: 50000, distribution: 'log-normal', source: 'MODEL', grade: 'invented', mechanism: 'community' },
  { name: 'communityHalf', value: 4, unit: 'teams', low: 2, high: 12, distribution: 'log-normal', source: 'MODEL; teams that bring half of what can be had in a region', grade: 'invented', mechanism: 'community' },
  { name: 'communityGrowthDays', value: 120, unit: 'day', low: 60, high: 240, distribution: 'log-normal', source: 'MODEL', grade: 'invented', mechanism: 'community' },
  { name: 'communityTension', value: 0.12, unit: 'index', low: 0.03, high: 0.25, distribution: 'uniform', source: 'MODEL; local organisations keep people in place (Aceh, Nepal, Colombia, sign only)', grade: 'judged', mechanism: 'tension' },
  { name: 'communityMilitia', value: 0.3, unit: 'share', low: 0.1, high: 0.5, distribution: 'uniform', source: 'MODEL; attacks by militias that local peace holds back', grade: 'invented', mechanism: 'violence' },
  // sanctions
  { name: 'sanctionBurdenMost', value: 0.2, unit: 'share', low: 0.05, high: 0.4, distribution: 'uniform', source: 'MODEL; loss of own means of relief under full measures on the host', grade: 'invented', mechanism: 'sanctions' },
  { name: 'sanctionSuspended', value: 0.2, unit: 'share', low: 0, high: 0.5, distribution: 'uniform', source: 'MODEL; bite left while suspended', grade: 'invented', mechanism: 'sanctions' },
  { name: 'sanctionPromise', value: 0.3, unit: 'index', low: 0.1, high: 0.6, distribution: 'uniform', source: 'MODEL; a promise to suspend gives a listed party something to win', grade: 'invented', mechanism: 'sanctions' },
  { name: 'evasionConflict', value: 0.5, unit: 'factor', low: 0, high: 1, distribution: 'uniform', source: 'MODEL; a neighbour in conflict hardly controls its border', grade: 'invented', mechanism: 'sanctions' },
] as const satisfies readonly ParameterSpec[];
