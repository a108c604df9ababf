/** Formulas of the conflict: tension, parties, campaigns, violence, flight and return. */
import { campaigns } from '../../engine/mechanisms/campaigns.ts';
import { displacement } from '../../engine/mechanisms/displacement.ts';
import { parties } from '../../engine/mechanisms/parties.ts';
import { season } from '../../engine/mechanisms/season.ts';
import { tension } from '../../engine/mechanisms/tension.ts';
import { violence } from '../../engine/mechanisms/violence.ts';
import type { Run } from '../../engine/run.ts';
import { STREAMS } from '../../engine/streams.ts';
import { powerLaw } from '../../kernel/distributions.ts';
import { uniform, word } from '../../kernel/draws.ts';
import { log } from '../../kernel/math.ts';
import { parametersFor } from '../../scenario/parameters.ts';
import { aroundBase, formula, grid, rateFrom, type Formula } from './grid.ts';
import { FRONT, FRONT_IN_HILLS, HILLS, HOST, HOST_IN_HILLS, MANY, tinyRun, TOWN } from './tiny-world.ts';

type Overrides = Readonly<Record<string, number>>;

const wetSeason = formula('season', 'day of the year → wetness of a zone whose rains last from 1 June to 15 October (0–1)', 'seasonRampDays', grid({ dayOfYear: [1, 151, 152, 155, 160, 172, 200, 250, 280, 285, 288, 289, 365] }), (input, overrides) => {
  const run = tinyRun({ ...overrides, seasonShiftSdDays: 0 });
  run.day = input.dayOfYear - 1;
  season.run(run);
  return { wetness: run.s.wetness[0]! };
});

const tensionStep = formula('tension', 'tension of a region and its neighbour (0–1), memory of incidents, incidents yesterday, hosted people as a share of the population, hold of a ceasefire (0–1) → tension and memory after a day without shock',
  'tensionFromMemory', grid({ tension: [0.2, 0.5, 0.85], near: [0.2, 0.8], memory: [0, 12], incidents: [0, 3], hostedShare: [0, 0.5], ceasefire: [0, 1] }), (input, overrides) => {
    const run = tinyRun({ ...overrides, tensionShockSd: 0 });
    const { s } = run;
    s.tension[HILLS] = input.tension;
    s.tension[TOWN] = input.near;
    s.memory[HILLS] = input.memory;
    s.attacksToday[HILLS] = input.incidents;
    s.hosted[HILLS] = input.hostedShare * MANY;
    s.ceasefire[FRONT] = input.ceasefire;
    tension.run(run);
    return { tension: s.tension[HILLS], memory: s.memory[HILLS] };
  });

const partyActivity = formula('party-activity', 'active (0 or 1), intent and mean tension (0–1), push of a trigger (log hazard), age of the conflict or quiet (days), hold of a ceasefire → hazard of a change of activity (1/day), vigour (factor), intent after a day',
  'activityOnPerDay', aroundBase({ active: 0, intent: 0.5, tension: 0.4, push: 0, ageDays: 60, ceasefire: 0 }, { intent: [0.2, 0.8], tension: [0.2, 0.8], push: [1, 2], ageDays: [0, 20, 365], ceasefire: [0.5, 1] })
    .concat(aroundBase({ active: 1, intent: 0.5, tension: 0.4, push: 0, ageDays: 60, ceasefire: 0 }, { intent: [0.2, 0.8], tension: [0.8], push: [1], ageDays: [0, 20, 365], ceasefire: [1] })), (input, overrides) => {
    const run = tinyRun(overrides);
    const { s } = run;
    s.activity[FRONT] = input.active;
    s.activityThreshold[FRONT] = Infinity;
    s.fightingDays[FRONT] = input.ageDays;
    s.intent[FRONT] = input.intent;
    s.tension.fill(input.tension);
    s.triggerPush[FRONT_IN_HILLS] = input.push;
    s.ceasefire[FRONT] = input.ceasefire;
    parties.run(run);
    return { hazardPerDay: s.activityHazard[FRONT]!, vigour: s.vigour[FRONT]!, intent: s.intent[FRONT] };
  });

const offensiveOnset = formula('offensive-onset', 'tension and intent (0–1), an offensive next door (0 or 1), push of a trigger (log hazard), hold of a ceasefire (0–1), active (0 or 1) → hazard that an offensive begins in a region (1/day)',
  'offensiveOnPerDay', grid({ tension: [0.2, 0.5, 0.8], intent: [0.3, 0.7], nextDoor: [0, 1], push: [0, 1], ceasefire: [0, 1], active: [0, 1] }), (input, overrides) => {
    const run = tinyRun(overrides);
    const { s } = run;
    s.tension.fill(input.tension);
    s.intent[FRONT] = input.intent;
    s.activity[FRONT] = input.active;
    s.fightingDays[FRONT] = 400;
    s.activityThreshold[FRONT] = Infinity;
    s.offensiveThreshold.fill(Infinity);
    s.offensive[FRONT_IN_HILLS - 1] = input.nextDoor;
    s.triggerPush[FRONT_IN_HILLS] = input.push;
    s.ceasefire[FRONT] = input.ceasefire;
    parties.run(run);
    return { hazardPerDay: s.offensiveHazard[FRONT_IN_HILLS]! };
  });

const campaignStage = formula('campaign-stage', 'stage (0 dormant, 1 preparing, 2 executing, 3 ended), intent, tension and attention (0–1), push of a trigger (log hazard), theatre factor on attacks, hold of a ceasefire, age of the stage (days) → hazard that the stage ends (1/day)',
  'campaignSpellDays', [0, 1, 2, 3].flatMap(stage => aroundBase({ stage, intent: 0.5, tension: 0.4, attention: 0.2, push: 0, theatre: 1, ceasefire: 0, ageDays: 30 }, { intent: [0.8], tension: [0.8], attention: [0.7], push: [1], theatre: [0.6], ceasefire: [1], ageDays: [365] })), (input, overrides) => {
    const run = tinyRun(overrides);
    const { s } = run;
    s.campaign[FRONT] = input.stage;
    s.campaignThreshold[FRONT] = Infinity;
    s.campaignAgeDays[FRONT] = input.ageDays;
    s.intent[FRONT] = input.intent;
    s.tension.fill(input.tension);
    s.attention[0] = input.attention;
    s.triggerPush[FRONT_IN_HILLS] = input.push;
    s.attackFactor[0] = input.theatre;
    s.ceasefire[FRONT] = input.ceasefire;
    campaigns.run(run);
    return { hazardPerDay: s.campaignHazard[FRONT]! };
  });

const campaignReach = formula('campaign-reach', 'reach before, incidents by the party yesterday, share of the people at home who fled → share of exposed people still within reach', 'reachRecoveryPerDay',
  grid({ reach: [0.2, 0.6, 1], incidents: [0, 1, 5], fledShare: [0, 0.05, 0.3] }), (input, overrides) => {
    const run = tinyRun(overrides);
    const { s } = run;
    s.reachable[FRONT_IN_HILLS] = input.reach;
    s.attacksByPartyToday[FRONT_IN_HILLS] = input.incidents;
    s.leftToday[HILLS] = input.fledShare * MANY;
    s.residents[HILLS] = MANY - s.leftToday[HILLS]!;
    campaigns.run(run);
    return { reach: s.reachable[FRONT_IN_HILLS] };
  });

/** A run set for one day of violence in the hills, with the place's tension and the two sides' men. */
function readyToFight(overrides: Overrides, input: { tension: number; men: number; hostMen: number; wetness: number }): Run {
  const run = tinyRun(overrides);
  const { s } = run;
  s.tension.fill(input.tension);
  s.wetness[0] = input.wetness;
  s.strength.fill(0);
  s.strength[FRONT_IN_HILLS] = input.men;
  s.strength[HOST_IN_HILLS] = input.hostMen;
  s.vigour.fill(1);
  s.offensiveScale.fill(1.5);
  return run;
}

/** −ln of the uniform that decides the count of a stream in the hills on D0. */
function minusLogU(run: Run, stream: number, j: number): number {
  return -log(uniform(run.k0, run.k1, word(stream, 0, 0), run.t.partyRegionKey[j]!));
}

const BATTLE = { tension: 0.5, men: 600, hostMen: 600, offensive: 0, vigour: 1, ceasefire: 0, wetness: 0, theatre: 1 };
const battleRate = formula('battle-rate', 'tension (0–1), men of the front and of the host in a region, an offensive of the front at scale 1.5 (0 or 1), its vigour, hold of a ceasefire, wetness, theatre factor → battles (1/day)',
  'violenceTension', [
    ...grid({ tension: [0.2, 0.5, 0.8], men: [50, 600, 3000], hostMen: [200, 2000], offensive: [0, 1], vigour: [1], ceasefire: [0], wetness: [0], theatre: [1] }),
    ...aroundBase(BATTLE, { vigour: [0.1, 3], ceasefire: [0.5, 1], wetness: [0.5, 1], theatre: [0.7, 0.3] }),
  ], (input, overrides) => {
    const run = readyToFight(overrides, input);
    const { s, t } = run;
    const base = t.battleRate[FRONT]!;
    const rate = rateFrom(minusLogU(run, STREAMS.battleCount, FRONT_IN_HILLS), multiple => {
      s.strength[FRONT_IN_HILLS] = input.men;
      s.strength[HOST_IN_HILLS] = input.hostMen;
      s.offensive[FRONT_IN_HILLS] = input.offensive;
      s.vigour[FRONT] = input.vigour;
      s.ceasefire[FRONT] = input.ceasefire;
      s.battleFactor[0] = input.theatre;
      s.battleExcitation.fill(0);
      t.battleRate[FRONT] = base * multiple;
      violence.run(run);
      return s.battlesToday[HILLS]! > 0;
    });
    return { battlesPerDay: rate };
  });

const ATTACK = { party: 'front', tension: 0.5, men: 600, offensive: 0, campaignDay: -1, reach: 1, ceasefire: 0, wetness: 0, theatre: 1, local: 1 };
const attackRate = formula('attack-rate', 'party, tension (0–1), its men in a region, an offensive at scale 1.5 (0 or 1), day of a campaign (−1 none), reach, hold of a ceasefire, wetness, theatre and local factor → incidents against civilians (1/day)',
  'contestHalf', [
    ...grid({ party: ['front', 'government'], tension: [0.2, 0.5, 0.8], men: [50, 600, 3000], offensive: [0, 1], campaignDay: [-1], reach: [1], ceasefire: [0], wetness: [0], theatre: [1], local: [1] }),
    ...['front', 'government'].flatMap(party => aroundBase({ ...ATTACK, party }, { campaignDay: [0, 30, 120], reach: [0.5, 0.1], ceasefire: [0.5, 1], wetness: [0.5, 1], theatre: [0.7], local: [0.6, 1.3] }).slice(1)),
  ], (input, overrides) => {
    const isFront = input.party === 'front';
    const run = readyToFight(overrides, { ...input, men: isFront ? input.men : 0, hostMen: isFront ? 0 : input.men });
    const { s, t } = run;
    const i = isFront ? FRONT : HOST;
    const j = isFront ? FRONT_IN_HILLS : HOST_IN_HILLS;
    const base = t.civilianRate[i]!;
    s.offensive[j] = input.offensive;
    s.campaign[i] = input.campaignDay < 0 ? 0 : 2;
    s.campaignAgeDays[i] = Math.max(0, input.campaignDay);
    s.reachable[j] = input.reach;
    s.ceasefire[i] = input.ceasefire;
    s.attackFactor[0] = input.theatre;
    s.localRebelFactor.fill(input.local);
    s.localHostFactor.fill(input.local);
    const rate = rateFrom(minusLogU(run, STREAMS.attackCount, j), multiple => {
      s.attackExcitation.fill(0);
      t.civilianRate[i] = base * multiple;
      violence.run(run);
      return s.attacksToday[HILLS]! > 0;
    });
    return { incidentsPerDay: rate };
  });

const echo = formula('excitation', 'share of incidents that are echoes, their mean life (days), echo gathered (incidents) → incidents a day added by it and echo left the next day', 'branching', grid({ excitationDays: [6, 9, 14], echo: [0.5, 2, 8] }), (input, overrides) => {
  const run = readyToFight({ ...overrides, excitationDays: input.excitationDays }, { tension: 0.5, men: 600, hostMen: 0, wetness: 0 });
  const { s, t } = run;
  t.civilianRate[FRONT] = 1e-15;
  s.attackExcitation[FRONT_IN_HILLS] = input.echo;
  s.reachable.fill(0);
  violence.run(run);
  const left = s.attackExcitation[FRONT_IN_HILLS] - s.attacksToday[HILLS]!;
  const perDay = rateFrom(minusLogU(run, STREAMS.attackCount, FRONT_IN_HILLS), multiple => {
    s.attackExcitation[FRONT_IN_HILLS] = input.echo * multiple;
    violence.run(run);
    return s.attacksToday[HILLS]! > 0;
  });
  return { incidentsPerDay: perDay, echo: left };
});

const sizes = formula('incident-size', 'kind of incident, quantile, largest possible (deaths) → deaths', 'attackAlpha', grid({ kind: ['battle', 'attack'], quantile: [0.1, 0.5, 0.9, 0.99, 0.999, 0.99999], cut: [1, 40, 2000] }), (input, overrides) => {
  const p = parametersFor('conservative', overrides);
  return { deaths: powerLaw(input.quantile, input.kind === 'battle' ? p.battleAlpha : p.attackAlpha, input.cut) };
});

const flight = formula('flight', 'fear before (0–1), incidents against civilians, battles, civilians killed today, displaced people staying → fear, people who flee from a region of ten million, displaced people who flee on to another place', 'flightPerDay',
  grid({ fear: [0, 0.2, 0.7], attacks: [0, 1, 6], battles: [0, 4], killed: [0, 60], guests: [1_000_000] }), (input, overrides) => {
    const run = tinyRun(overrides);
    const { s } = run;
    s.fear[HILLS] = input.fear;
    s.attacksToday[HILLS] = input.attacks;
    s.battlesToday[HILLS] = input.battles;
    s.killedInAttacksToday[HILLS] = input.killed;
    s.hosted[HILLS] = input.guests;
    s.away[TOWN] = input.guests;
    displacement.run(run);
    // flowTotal counts those who flee from home; people who flee again change places without it
    let fled = 0;
    let stayed = 0;
    for (let d = run.t.destinationStart[HILLS]!; d < run.t.destinationStart[HILLS + 1]!; d++) {
      fled += s.flowTotal[d]!;
      if (run.t.destination[d] === HILLS) stayed += s.flowTotal[d]!;
    }
    const movedOn = input.guests + stayed - s.hosted[HILLS]!;
    return { fear: s.fear[HILLS], flee: fled, movedOn };
  });

const destinations = formula('flight-destinations', 'fear here and in the town (0–1), coverage of the town by presence, the border open (0 or 1), share of incidents by the host government → shares of those who flee, by destination', 'presencePull',
  grid({ fear: [0.1, 0.8], fearInTown: [0, 0.6], coverageInTown: [0, 0.7], borderOpen: [0, 1], hostShare: [0, 1] }), (input, overrides) => {
    const run = tinyRun({ ...overrides, flightPerDay: 0.01, fearMemoryDays: 1e9 });
    const { s, t } = run;
    s.fear[HILLS] = input.fear;
    s.fear[TOWN] = input.fearInTown;
    s.coverage[TOWN] = input.coverageInTown;
    s.borderOpen[0] = input.borderOpen;
    s.attacksToday[HILLS] = 1;
    s.attacksByPartyToday[HOST_IN_HILLS] = input.hostShare;
    displacement.run(run);
    const left = s.leftToday[HILLS]!;
    const to = (place: number): number => {
      for (let d = t.destinationStart[HILLS]!; d < t.destinationStart[HILLS + 1]!; d++) if (t.destination[d] === place) return s.flowTotal[d]! / left;
      return 0;
    };
    return { within: to(HILLS), town: to(TOWN), abroad: to(-1) };
  });

const homecoming = formula('homecoming', 'people away, tension and fear at home (0–1) → people who come home in the week', 'homecomingPerDay', grid({ away: [100_000, 2_000_000], tension: [0, 0.4, 0.9], fear: [0, 0.001, 0.2] }), (input, overrides) => {
  const run = tinyRun(overrides);
  const { s, t } = run;
  s.away[HILLS] = input.away;
  s.residents[HILLS] = MANY - input.away;
  s.hosted[TOWN] = input.away;
  s.tension[HILLS] = input.tension;
  s.fear[HILLS] = input.fear;
  run.day = (7 - (t.regionKey[HILLS]! & 0xffff) % 7) % 7;
  displacement.run(run);
  return { home: s.returnedToday[HILLS]! };
});

export const CONFLICT_FORMULAS: readonly Formula[] = [wetSeason, tensionStep, partyActivity, offensiveOnset, campaignStage, campaignReach, battleRate, attackRate, echo, sizes, flight, destinations, homecoming];
