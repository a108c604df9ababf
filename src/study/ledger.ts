/**
 * Where and when an outcome arises: its parts by place and day, which sum to the outcome. Places are the regions and one
 * more for what lies in none of them. Outcomes that are no sum (days to an effect, the chance of a mass killing) have no parts.
 *
 *   civilians killed, all deaths, refugees, cost   the change of the day
 *   person-days, region-days, mission deaths       the amount of the day
 *   people displaced, peak                         the change of each day up to the day of the peak
 *   need reached                                   (reached − y · need) / Σ need, y the outcome itself: sums to 0 in each
 *                                                  plan, and to y_B − y_A once y_A is put for y in B
 */
import type { Run } from '../engine/run.ts';
import type { OutcomeName } from '../scenario/schema.ts';

/** Days of a month in parts by time. */
export const MONTH_DAYS = 30;

interface Parts {
  /** Level to take the change of, or amount of the day, of region r. */
  readonly kind: 'level' | 'amount';
  readonly of: (run: Run, r: number) => number;
  /** The same of the place beyond the regions, with its name. */
  readonly beyond: { readonly name: string; readonly kind: 'level' | 'amount'; readonly of: (run: Run) => number };
}

const NOWHERE: Parts['beyond'] = { name: '', kind: 'amount', of: () => 0 };
const sumOfAll = (values: ArrayLike<number>, n: number): number => {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  return sum;
};
const refugees = ({ s, t }: Run): number => sumOfAll(s.refugees, t.N);

const PARTS: Readonly<Partial<Record<OutcomeName, Parts>>> = {
  civiliansKilled: { kind: 'level', of: ({ s }, r) => s.civiliansKilled[r]!, beyond: NOWHERE },
  allDeaths: { kind: 'level', of: ({ s }, r) => s.dead[r]! + s.fightersKilled[r]!, beyond: { name: 'the mission', kind: 'level', of: ({ s }) => s.missionKilled[0]! + s.missionDied[0]! } },
  peakDisplaced: { kind: 'level', of: ({ s }, r) => s.hosted[r]!, beyond: { name: 'across the borders', kind: 'level', of: refugees } },
  displacedPersonDays: { kind: 'amount', of: ({ s }, r) => s.hosted[r]!, beyond: { name: 'across the borders', kind: 'amount', of: refugees } },
  refugees: { kind: 'level', of: () => 0, beyond: { name: 'across the borders', kind: 'level', of: refugees } },
  needReached: { kind: 'amount', of: ({ s }, r) => s.reached[r]!, beyond: { ...NOWHERE, name: 'nobody in need' } },
  missionDeaths: { kind: 'amount', of: ({ s }, r) => s.missionKilledToday[r]!, beyond: { name: 'accident and illness', kind: 'level', of: ({ s }) => s.missionDied[0]! } },
  cost: { kind: 'level', of: () => 0, beyond: { name: 'the mission as a whole', kind: 'level', of: ({ s }) => s.spent[0]! } },
  regionDaysWithoutPresence: { kind: 'amount', of: ({ s }, r) => (s.presentTroops[r]! + s.presentPolice[r]! + s.monitors[r]! < 1 ? 1 : 0), beyond: NOWHERE },
};

/** Whether an outcome is a sum over places and days. */
export function hasParts(outcome: OutcomeName): boolean {
  return PARTS[outcome] !== undefined;
}

/** Name of the place beyond the regions; empty when nothing lies there. */
export function beyondName(outcome: OutcomeName): string {
  return PARTS[outcome]?.beyond.name ?? '';
}

/** Number of months of a scenario. */
export function monthsOf(days: number): number {
  return Math.ceil(days / MONTH_DAYS);
}

export class Ledger {
  private readonly outcome: OutcomeName;
  private readonly parts: Parts | undefined;
  private readonly days: number;
  private readonly places: number;
  private readonly cells: Float64Array;
  /** For need reached: need by place and day. */
  private readonly need: Float64Array;
  private readonly before: Float64Array;
  /** The outcome so far at the end of each day. */
  readonly total: Float64Array;
  private peak = 0;
  private level = 0;

  constructor(outcome: OutcomeName, regions: number, days: number) {
    this.outcome = outcome;
    this.parts = PARTS[outcome];
    this.days = days;
    this.places = regions + 1;
    const size = this.parts === undefined ? 0 : days * this.places;
    this.cells = new Float64Array(size);
    this.need = new Float64Array(outcome === 'needReached' ? size : 0);
    this.before = new Float64Array(this.places);
    this.total = new Float64Array(days);
  }

  begin(): void {
    this.before.fill(0);
    this.peak = 0;
    this.level = 0;
  }

  /** At the end of each day, before the day number moves on. */
  day(run: Run): void {
    const { parts, places, cells, before } = this;
    if (parts === undefined) return;
    const at = run.day * places;
    let change = 0;
    for (let place = 0; place < places; place++) {
      const beyond = place === places - 1;
      const value = beyond ? parts.beyond.of(run) : parts.of(run, place);
      const kind = beyond ? parts.beyond.kind : parts.kind;
      const part = kind === 'level' ? value - before[place]! : value;
      before[place] = value;
      cells[at + place] = part;
      change += part;
      if (this.need.length > 0) this.need[at + place] = beyond ? 0 : run.s.need[place]!;
    }
    this.level += change;
    this.total[run.day] = this.level;
    if (this.level > this.total[this.peak]! || run.day === 0) this.peak = run.day;
  }

  /**
   * After the last day: adds the parts to sums by place and by month.
   * @param sign 1 or −1
   * @param share for need reached, the outcome of A, in both plans
   */
  addTo(places: Float64Array, months: Float64Array, from: { readonly place: number; readonly month: number }, sign: number, share: number): void {
    const { cells, need, outcome } = this;
    const last = outcome === 'peakDisplaced' ? this.peak : this.days - 1;
    const all = need.length > 0 ? sumOfAll(need, need.length) : 0;
    if (need.length > 0 && all === 0) {
      // without need the outcome is 1 by definition, in no place
      places[from.place + this.places - 1]! += sign * (1 - share);
      months[from.month + monthsOf(this.days) - 1]! += sign * (1 - share);
      return;
    }
    for (let day = 0; day <= last; day++) {
      const month = from.month + Math.floor(day / MONTH_DAYS);
      for (let place = 0; place < this.places; place++) {
        const i = day * this.places + place;
        const part = need.length === 0 ? cells[i]! : all > 0 ? (cells[i]! - share * need[i]!) / all : 0;
        places[from.place + place]! += sign * part;
        months[month]! += sign * part;
      }
    }
  }
}
