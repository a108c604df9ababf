/** Sustainment table: by base, what it uses a day, how low its stocks get over many futures, and what runs out first. */
import { dailyUse, NOBODY_DRAWS } from '../engine/mechanisms/supply.ts';
import { runToEnd, startRun, type Run } from '../engine/run.ts';
import { buildSchedule } from '../engine/schedule.ts';
import type { TableRequest } from './deployment-table.ts';
import { hxlCsv, type HxlColumn } from './hxl.ts';
import { quantile, sorted } from './statistics.ts';
import { World } from './world.ts';

/** Commodities of `supplyStock`, in its order. */
export const COMMODITIES = ['rations', 'water', 'fuel', 'spares'] as const;
export type Commodity = (typeof COMMODITIES)[number];
/** Lines of the days-of-supply chart. Planning practice: over 14 green, 7 amber, 3 red. */
export const SUPPLY_LINES = [14, 7, 3] as const;

export interface SustainmentRow {
  readonly region: string;
  /** Most people there, mean over futures. */
  readonly people: number;
  /** Mean daily use on days when somebody is there, t/day. */
  readonly use: Readonly<Record<Commodity, number>>;
  /** Fewest days of supply of a future, over futures. */
  readonly fewest: { readonly p10: number; readonly p50: number; readonly p90: number };
  /** Median day on which a future is at its fewest. */
  readonly fewestDay: number;
  /** Mean days of a future under 14, 7 and 3 days of supply. */
  readonly daysUnder: readonly [number, number, number];
  /** Share of futures in which something runs out altogether. */
  readonly runsOut: number;
  /** What is shortest on the worst day, most often, and in what share of futures. */
  readonly first: { readonly commodity: Commodity; readonly share: number };
}

export interface SustainmentTable {
  readonly scenario: string;
  readonly plan: string;
  readonly runs: number;
  readonly seed: number;
  /** Shortest first. */
  readonly rows: readonly SustainmentRow[];
}

/** Days of supply below which a stock counts as run out. */
const NOTHING_LEFT = 0.5;

/** What one region's stocks did, summed over futures. */
class Ledger {
  readonly people: number[] = [];
  readonly fewest: number[] = [];
  readonly fewestDay: number[] = [];
  readonly under = [0, 0, 0];
  readonly use = [0, 0, 0, 0];
  readonly shortest = [0, 0, 0, 0];
  days = 0;
  out = 0;
  private most = 0;
  private least = Infinity;
  private leastDay = -1;
  private leastOf = 0;

  day(run: Run, r: number): void {
    const { s } = run;
    const people = s.basePeople[r]!;
    if (!(people > 0) || s.supplyDays[r]! >= NOBODY_DRAWS) return;
    this.days++;
    this.most = Math.max(this.most, people);
    let days = Infinity;
    let shortest = 0;
    for (let c = 0; c < COMMODITIES.length; c++) {
      const use = dailyUse(run, r, c);
      this.use[c]! += use;
      const left = use > 0 ? s.supplyStock[r * COMMODITIES.length + c]! / use : Infinity;
      if (left < days) { days = left; shortest = c; }
    }
    SUPPLY_LINES.forEach((line, i) => { if (days < line) this.under[i]!++; });
    if (days < this.least) { this.least = days; this.leastDay = run.day; this.leastOf = shortest; }
  }

  /** Closes a future. */
  end(): void {
    if (this.leastDay >= 0) {
      this.people.push(this.most);
      this.fewest.push(this.least);
      this.fewestDay.push(this.leastDay);
      this.shortest[this.leastOf]!++;
      if (this.least < NOTHING_LEFT) this.out++;
    }
    this.most = 0;
    this.least = Infinity;
    this.leastDay = -1;
  }

  row(region: string, runs: number): SustainmentRow | undefined {
    const futures = this.fewest.length;
    if (futures === 0) return undefined;
    const level = (values: readonly number[], q: number) => quantile(sorted(Float64Array.from(values)), q);
    const first = this.shortest.indexOf(Math.max(...this.shortest));
    return {
      region, people: this.people.reduce((sum, people) => sum + people, 0) / futures,
      use: Object.fromEntries(COMMODITIES.map((name, c) => [name, this.use[c]! / this.days])) as Record<Commodity, number>,
      fewest: { p10: level(this.fewest, 0.1), p50: level(this.fewest, 0.5), p90: level(this.fewest, 0.9) },
      fewestDay: Math.round(level(this.fewestDay, 0.5)), daysUnder: [this.under[0]! / runs, this.under[1]! / runs, this.under[2]! / runs], runsOut: this.out / runs,
      first: { commodity: COMMODITIES[first]!, share: this.shortest[first]! / futures },
    };
  }
}

/** Runs a plan and reads off the stocks of its bases. */
export function sustainmentTable({ world: input, input: plan, seed, runs, ensemble = 'events' }: TableRequest): SustainmentTable {
  const world = new World(input);
  const o = buildSchedule(plan.rows, world.tables.initialUnits);
  const ledgers = input.scenario.regions.map(() => new Ledger());
  for (let n = 0; n < runs; n++) {
    const run = startRun(world.tablesOf(ensemble, seed, n), o, seed, n);
    runToEnd(run, () => ledgers.forEach((ledger, r) => ledger.day(run, r)));
    for (const ledger of ledgers) ledger.end();
  }
  const rows = ledgers.map((ledger, r) => ledger.row(input.scenario.regions[r]!.id, runs)).filter(row => row !== undefined);
  return { scenario: input.scenario.id, plan: plan.id, runs, seed, rows: rows.sort((a, b) => a.fewest.p50 - b.fewest.p50 || (a.region < b.region ? -1 : 1)) };
}

const COLUMNS: readonly HxlColumn<SustainmentRow>[] = [
  { head: 'region', tag: '#adm1+code', cell: row => row.region },
  { head: 'people', tag: '#capacity+num+people', cell: row => row.people },
  ...COMMODITIES.map(name => ({ head: `${name} (t a day)`, tag: `#indicator+consumption+${name}+tonnes`, cell: (row: SustainmentRow) => row.use[name] })),
  ...(['p10', 'p50', 'p90'] as const).map(level => ({ head: `fewest days of supply ${level}`, tag: `#indicator+supply+days+${level}`, cell: (row: SustainmentRow) => row.fewest[level] })),
  { head: 'median day of the fewest', tag: '#date+day+supply+low', cell: row => row.fewestDay },
  ...SUPPLY_LINES.map((line, i) => ({ head: `days under ${line}`, tag: `#indicator+num+days+under${line}`, cell: (row: SustainmentRow) => row.daysUnder[i]! })),
  { head: 'share of futures that run out', tag: '#indicator+share+stockout', cell: row => row.runsOut },
  { head: 'runs out first', tag: '#item+type+first', cell: row => row.first.commodity },
  { head: 'in what share of futures', tag: '#indicator+share+first', cell: row => row.first.share },
];

export function sustainmentCsv(table: SustainmentTable): string {
  return hxlCsv(COLUMNS, table.rows);
}
