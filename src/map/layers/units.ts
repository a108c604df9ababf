/**
 * Units: the mission's in the friend frame; the host government's army in the neutral and armed groups in the unknown
 * frame, because impartiality is a rule of content. Units of a region stand in one stack with a count until one comes near.
 * Dashed: planned. Hollow: there, but not operational. (−): under strength.
 */
import { UNIT_PHASES } from '../../engine/schedule.ts';
import type { Point } from '../geometry.ts';
import type { Label, UnitSymbol } from '../marks.ts';
import { boxAt } from '../occupancy.ts';
import type { Placing, SceneInput } from '../scene-input.ts';

const phase = (name: (typeof UNIT_PHASES)[number]): number => UNIT_PHASES.indexOf(name);
const OPERATIONAL = phase('operational');
const MOVEMENT = phase('movement');
const RECEPTION = phase('reception');
const AUTHORISATION = phase('authorisation');
/** Operational share below which a unit counts as under strength. */
const UNDER_STRENGTH = 0.75;

export type UnitStatus = 'operational' | 'arriving' | 'planned';

export interface UnitStack {
  readonly region: number;
  /** Index in `ScenarioModel.unitTypes`: the type with the most people. */
  readonly type: number;
  readonly status: UnitStatus;
  readonly count: number;
  readonly underStrength: boolean;
}

/** Stacks by region and status, and by type when `byType`; largest first. */
export function unitStacks({ base, trace, day, plan }: Pick<SceneInput, 'base' | 'trace' | 'day' | 'plan'>, byType: boolean): UnitStack[] {
  if (trace === null) return [];
  const { units } = trace;
  const { unitTypes, regionIndex } = base.model;
  const stacks = new Map<string, { region: number; status: UnitStatus; people: Map<number, number>; count: number; strength: number }>();
  for (let u = 0; u < units.count; u++) {
    const at = day * units.count + u;
    const now = units.phase[at]!;
    const status: UnitStatus | undefined = now === OPERATIONAL ? 'operational' : now === MOVEMENT || now === RECEPTION ? 'arriving' : now >= AUTHORISATION && now < MOVEMENT ? 'planned' : undefined;
    const action = plan?.actions[units.row[u]!] as { readonly destination?: string } | undefined;
    const region = units.region[at]! >= 0 ? units.region[at]! : (regionIndex[action?.destination ?? ''] ?? -1);
    const type = units.type[u]!;
    if (status === undefined || region < 0 || unitTypes[type] === undefined) continue;
    const key = `${region} ${status}${byType ? ` ${type}` : ''}`;
    let stack = stacks.get(key);
    if (stack === undefined) stacks.set(key, (stack = { region, status, people: new Map(), count: 0, strength: 0 }));
    stack.count++;
    stack.strength += units.strength[at]!;
    stack.people.set(type, (stack.people.get(type) ?? 0) + unitTypes[type].people);
  }
  const ORDER: readonly UnitStatus[] = ['operational', 'arriving', 'planned'];
  return [...stacks.values()].map(({ region, status, people, count, strength }) => ({ region, status, count, type: [...people].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0], underStrength: status === 'operational' && strength / count < UNDER_STRENGTH }))
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || unitTypes[b.type]!.people - unitTypes[a.type]!.people || a.region - b.region);
}

export interface PartyPresence { readonly region: number; readonly party: number; readonly people: number; }

/** Where other parties stand: their strongest regions by the figures of D0. */
export function partyPresence({ base }: Pick<SceneInput, 'base'>, most: number): PartyPresence[] {
  const { parties } = base.model.scenario;
  return parties.flatMap((party, p) => Object.entries(party.strength).map(([id, people]) => ({ region: base.model.regionIndex[id] ?? -1, party: p, people: people! })).filter(entry => entry.region >= 0 && entry.people > 0)
    .sort((a, b) => b.people - a.people || a.region - b.region).slice(0, party.kind === 'host-government' ? Math.ceil(most / 2) : most));
}

/** Infantry without echelon in an exercise: neutral frame for the host government, unknown for the rest. */
export const ARMY_CODE = '10141000001211000000';
export const GROUP_CODE = '10111000001211000000';

/** Widths of frames by level of detail, pixels. */
const SIZES = [27, 32, 38, 44] as const;
/** Width of the country on the screen from which its symbols have their full size, and their least share of it, pixels. */
const ROOMY = 520;
const LEAST_SIZE = 0.78;

/** Width of frames: smaller on a small country, so that names and symbols find places beside each other. */
function frameWidth({ base, scale, level }: Placing): number {
  if (level > 0) return SIZES[level];
  return SIZES[0] * Math.max(LEAST_SIZE, Math.min(1, (base.box.right - base.box.left) * scale / ROOMY));
}
/** Regions that show each party, by level of detail; half as many for the host government. */
const REGIONS_A_PARTY = [2, 4, 8, 30] as const;

/** A free place near the heart of a region; the one that covers least when there is none. */
function findPlace({ base, scale, occupancy }: Placing, region: number, width: number, height: number): { readonly at: Point; readonly isFree: boolean } {
  let best = base.regions[region]!.heart;
  let least = Infinity;
  for (const { at, clear } of base.regions[region]!.spots) {
    const box = boxAt([at[0] * scale, at[1] * scale], width, height);
    const cost = occupancy.overlap(box) + Math.max(0, height * 0.55 - clear * scale) * width;
    if (cost < least) { least = cost; best = at; }
    if (cost === 0) break;
  }
  return { at: best, isFree: least === 0 };
}

/** The mission's units: where there is room, else where they cover least, because presence is never left out. What is only planned waits for room on the whole country. */
export function unitsLayer(scene: Placing): { readonly symbols: UnitSymbol[]; readonly labels: Label[] } {
  const { base, palette: { tokens, frame }, level, scale, occupancy, measure } = scene;
  const size = frameWidth(scene);
  const symbols: UnitSymbol[] = [];
  const labels: Label[] = [];
  for (const { region, type, status, count, underStrength } of unitStacks(scene, level > 0)) {
    const note = [count > 1 ? `×${count}` : '', underStrength ? '(−)' : ''].filter(part => part !== '').join(' ');
    const noteWidth = note === '' ? 0 : measure(note, 12, 600) + 4;
    const width = size + noteWidth + 4, height = size * 0.68 + 12;
    const { at, isFree } = findPlace(scene, region, width, height);
    if (status === 'planned' && level === 0 && !isFree) continue;
    occupancy.take(boxAt([at[0] * scale, at[1] * scale], width, height));
    symbols.push({ kind: 'symbol', at, dx: -noteWidth / 2, dy: 2, code: base.model.unitTypes[type]!.symbol, size, fill: frame.friend, hollow: status !== 'operational', planned: status === 'planned' });
    if (note !== '') labels.push({ kind: 'label', key: `unit ${region} ${type} ${status}`, at, dx: size / 2 + 2, dy: 3, text: note, size: 12, weight: 600, ink: tokens.ink, halo: tokens.casing, haloWidth: 3 });
  }
  return { symbols, labels };
}

/** Other parties, in the room that is left. */
export function partiesLayer(scene: Placing): UnitSymbol[] {
  const { base, palette: { frame }, level, scale, occupancy } = scene;
  const size = frameWidth(scene) * 0.86;
  return partyPresence(scene, REGIONS_A_PARTY[level]).flatMap(({ region, party }): UnitSymbol[] => {
    const side = size * 0.78 + 4;
    const { at, isFree } = findPlace(scene, region, side, side);
    if (!isFree) return [];
    occupancy.take(boxAt([at[0] * scale, at[1] * scale], side, side));
    const isGovernment = base.model.scenario.parties[party]!.kind === 'host-government';
    return [{ kind: 'symbol', at, dx: 0, dy: 0, code: isGovernment ? ARMY_CODE : GROUP_CODE, size, fill: isGovernment ? frame.neutral : frame.unknown, hollow: false, planned: false }];
  });
}
