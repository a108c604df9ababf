/**
 * Conditions in the tick: what the named columns are today, how long a condition has held, whether it fires. Called by
 * the agenda alone, so the columns are those of phases 1 to 12 of the day.
 */
import { FORMULA_COLUMNS } from '../scenario/formula-units.ts';
import { runFormula } from '../scenario/formula-run.ts';
import type { Run } from './run.ts';

/** Most means of one formula (scenario/formula.ts). */
const MOST_AVERAGES = 8;
const COLUMNS = FORMULA_COLUMNS.length;
/** Scratch: columns, then means, of the condition at hand; overwritten before each use. */
const values = new Float64Array(COLUMNS + MOST_AVERAGES);

/** Hold of ceasefires, mean of the armed parties. */
function meanHold(run: Run): number {
  const { s, t } = run;
  let sum = 0;
  for (let i = 0; i < t.P; i++) if (i !== t.hostParty) sum += s.ceasefire[i]!;
  return t.P > 1 ? sum / (t.P - 1) : 0;
}

function total(column: Float64Array, n: number): number {
  let sum = 0;
  for (let r = 0; r < n; r++) sum += column[r]!;
  return sum;
}

function count(column: Int32Array, n: number): number {
  let sum = 0;
  for (let r = 0; r < n; r++) sum += column[r]!;
  return sum;
}

/** Mean by people. */
function meanByPeople(column: Float64Array, people: Float64Array, n: number): number {
  let sum = 0;
  let all = 0;
  for (let r = 0; r < n; r++) {
    sum += column[r]! * people[r]!;
    all += people[r]!;
  }
  return sum / all;
}

function greatest(column: Float64Array, n: number): number {
  let most = column[0]!;
  for (let r = 1; r < n; r++) if (column[r]! > most) most = column[r]!;
  return most;
}

function least(column: Float64Array, n: number): number {
  let low = column[0]!;
  for (let r = 1; r < n; r++) if (column[r]! < low) low = column[r]!;
  return low;
}

/** A column that has one value for the whole country. */
function national(run: Run, column: number): number {
  const { s, t } = run;
  switch (column) {
    case 6: return s.attention[0]!;
    case 7: return s.consent[0]!;
    case 8: return s.will[0]!;
    case 9: return run.day;
    case 12: return meanHold(run);
    case 16: return s.missionKilled[0]!;
    case 17: return s.ceilingTroops[0]!;
    case 0: return meanByPeople(s.tension, t.population, t.R);
    case 1: return total(s.hosted, t.R);
    case 2: return count(s.reportedIncidentsToday, t.R);
    case 3: return total(s.reportedDeathsToday, t.R);
    case 4: { const need = total(s.need, t.R); return need >= 1 ? total(s.reached, t.R) / need : 1; }
    case 5: return greatest(s.riskEstimate, t.R);
    case 10: return s.acceptance[0]!;
    case 11: return s.nationalAlert[0]!;
    case 13: return total(s.presentTroops, t.R);
    case 14: return total(s.need, t.R);
    case 15: return least(s.supplyDays, t.R);
    default: return 0;
  }
}

/** Today's value of a column (index in FORMULA_COLUMNS) in region r, or in the country for −1: sums of people, the greatest risk, the least supply. */
export function columnValue(run: Run, column: number, r: number): number {
  if (r < 0) return national(run, column);
  const { s } = run;
  switch (column) {
    case 0: return s.tension[r]!;
    case 1: return s.hosted[r]!;
    case 2: return s.reportedIncidentsToday[r]!;
    case 3: return s.reportedDeathsToday[r]!;
    case 4: return s.need[r]! >= 1 ? s.reached[r]! / s.need[r]! : 1;
    case 5: return s.riskEstimate[r]!;
    case 11: return s.alertLevel[r]!;
    case 13: return s.presentTroops[r]!;
    case 14: return s.need[r]!;
    case 15: return s.supplyDays[r]!;
    default: return national(run, column);
  }
}

/** Writes today's values into the rings of all means; before any condition is looked at. */
export function recordAverages(run: Run): void {
  const { s, o: { triggers: c }, day } = run;
  for (let i = 0; i < c.count; i++) {
    for (let a = c.averageStart[i]!; a < c.averageStart[i + 1]!; a++) s.averageRing[c.averageRing[a]! + day % c.averageDays[a]!] = columnValue(run, c.averageColumn[a]!, c.region[i]!);
  }
}

/** Mean of ring a over the days there have been, at most its length. */
function meanOf(run: Run, a: number): number {
  const { s, o: { triggers: c }, day } = run;
  const from = c.averageRing[a]!;
  const n = Math.min(day + 1, c.averageDays[a]!);
  let sum = 0;
  for (let k = from; k < from + n; k++) sum += s.averageRing[k]!;
  return sum / n;
}

/** Whether condition i is true today. */
function holds(run: Run, i: number): boolean {
  const c = run.o.triggers;
  const { columns } = c;
  const r = c.region[i]!;
  for (let k = c.columnStart[i]!, end = c.columnStart[i + 1]!; k < end; k++) {
    const column = columns[k]!;
    values[column] = columnValue(run, column, r);
  }
  if (c.ringLength > 0) for (let a = c.averageStart[i]!, n = COLUMNS; a < c.averageStart[i + 1]!; a++, n++) values[n] = meanOf(run, a);
  return runFormula(c.code, c.codeStart[i]!, c.codeStart[i + 1]!, c.constants, c.constantStart[i]!, values) !== 0;
}

/** Looks at condition i for today; whether it fires. To be called once a day, while its order waits or is under way. */
export function fires(run: Run, i: number): boolean {
  const { s, day } = run;
  const c = run.o.triggers;
  s.triggerHeldDays[i] = holds(run, i) ? s.triggerHeldDays[i]! + 1 : 0;
  const first = c.first[i]!;
  if (first >= 0) {
    const since = day - first;
    if (since < 0 || (since > 0 && (c.every[i] === 0 || since % c.every[i]! !== 0))) return false;
    s.triggerReviews[i]!++;
    s.triggerReviewDay[i] = day;
  }
  if (s.triggerHeldDays[i]! < c.days[i]!) return false;
  s.triggerFiredDay[i] = day;
  return true;
}
