/**
 * The accounts of people. By origin: residents + returned + away + dead = population of D0, for every region.
 * By place: Σ away = Σ hosted + Σ refugees. All are whole people; every movement keeps both sums exactly.
 */
import type { Run } from './run.ts';

/** Takes up to `people` dead from those living at home in region r; returns how many were there to take. */
export function killAtHome(run: Run, r: number, people: number): number {
  const s = run.s;
  const fromResidents = Math.min(people, s.residents[r]!);
  const fromReturned = Math.min(people - fromResidents, s.returned[r]!);
  s.residents[r]! -= fromResidents;
  s.returned[r]! -= fromReturned;
  s.dead[r]! += fromResidents + fromReturned;
  return fromResidents + fromReturned;
}

/**
 * Takes up to `people` dead from the displaced staying in region r. Their origins are the region itself and
 * its neighbours first, then the others in order: origin is not carried person by person.
 */
export function killHosted(run: Run, r: number, people: number): number {
  const { s, t } = run;
  const taken = Math.min(people, s.hosted[r]!);
  let left = taken;
  left -= takeFromAway(run, r, left);
  for (let i = t.nearStart[r]!; left > 0 && i < t.nearStart[r + 1]!; i++) left -= takeFromAway(run, t.near[i]!, left);
  for (let q = 0; left > 0 && q < t.R; q++) left -= takeFromAway(run, q, left);
  s.hosted[r]! -= taken - left;
  return taken - left;
}

function takeFromAway(run: Run, origin: number, people: number): number {
  const s = run.s;
  const taken = Math.min(people, s.away[origin]!);
  s.away[origin]! -= taken;
  s.dead[origin]! += taken;
  return taken;
}
