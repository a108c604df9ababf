/** The shapes of unit symbols, written by milsymbol: after a change of the catalogue, `npx vitest run -c test/vitest.config.ts test/map/unit-symbols.test.ts -u` writes them again. */
import ms, { type ColorMode } from 'milsymbol';
import { describe, expect, it } from 'vitest';
import { paletteOf } from '../../src/map/colours.ts';
import { ARMY_CODE, GROUP_CODE } from '../../src/map/layers/units.ts';
import { symbolKey, unitSymbol, type SymbolMark, type SymbolShape } from '../../src/map/unit-symbols.ts';
import { UNIT_TYPES } from '../../src/scenario/units.ts';

const CODES = [...new Set([...UNIT_TYPES.map(type => type.symbol), ARMY_CODE, GROUP_CODE])].sort();
/** Colours that stand for the parts of a palette. */
const NAMES: Readonly<Record<string, string>> = { '#030303': 'ground', '#020202': 'ink', '#010101': 'casing' };
const BATTALION = UNIT_TYPES[0]!.symbol;
const STROKE = 6;
const OUTLINE = 7;

interface Instruction {
  readonly type: string;
  readonly draw?: readonly Instruction[];
  readonly fill?: string | false;
  readonly stroke?: string | false;
  readonly [name: string]: unknown;
}

function drawn(sidc: string): SymbolShape {
  const all = (colour: string): ColorMode => ({ Civilian: colour, Friend: colour, Hostile: colour, Neutral: colour, Unknown: colour, Suspect: colour });
  const symbol = new ms.Symbol(sidc, { size: 100, strokeWidth: STROKE, outlineWidth: OUTLINE, outlineColor: '#010101', colorMode: all('#030303'), frameColor: all('#020202'), iconColor: '#020202', infoFields: false, simpleStatusModifier: true });
  expect([sidc, symbol.isValid()]).toEqual([sidc, true]);
  const marks: SymbolMark[] = [];
  const name = (colour: string | false | undefined): string | undefined => (colour === false || colour === undefined ? undefined : NAMES[colour] ?? colour);
  const visit = (items: readonly (Instruction | readonly Instruction[])[], above: { readonly stroke?: string | false | undefined; readonly strokewidth?: unknown }): void => {
    for (const item of items) {
      if (Array.isArray(item)) { visit(item as readonly Instruction[], above); continue; }
      const one = item as Instruction;
      const own = { stroke: one.stroke ?? above.stroke, strokewidth: one['strokewidth'] ?? above['strokewidth'] ?? STROKE };
      if (one.type === 'translate') {
        expect([Number(one['x']) || 0, Number(one['y']) || 0]).toEqual([0, 0]);
        visit(one.draw ?? [], own);
        continue;
      }
      const stroke = name(own.stroke);
      const look = {
        ...(name(one.fill) === undefined ? {} : { fill: name(one.fill) }), ...(stroke === undefined ? {} : { stroke, width: own.strokewidth as number }),
        ...(one['strokedasharray'] === undefined ? {} : { dash: one['strokedasharray'] as string }), ...(one['linecap'] === 'round' ? { round: true as const } : {}),
      };
      expect(one['fillopacity'] ?? 1).toBe(1);
      if (one.type === 'path') marks.push({ d: one['d'] as string, ...look });
      else if (one.type === 'circle') marks.push({ circle: [one['cx'] as number, one['cy'] as number, one['r'] as number], ...look });
      else if (one.type === 'text') {
        expect(one).toMatchObject({ textanchor: 'middle', alignmentBaseline: 'middle', fontfamily: 'Arial', fontweight: 'bold', stroke: false });
        if (one['text'] !== '') marks.push({ text: [one['x'] as number, one['y'] as number, one['fontsize'] as number, one['text'] as string], ...look });
      } else throw new Error(`a symbol is drawn with "${one.type}"`);
    }
  };
  const { drawInstructions, bbox } = symbol as unknown as { readonly drawInstructions: readonly Instruction[]; readonly bbox: { readonly x1: number; readonly y1: number } };
  visit(drawInstructions, {});
  const { width, height } = symbol.getSize();
  const { x, y } = symbol.getAnchor();
  return { box: [bbox.x1 - STROKE - OUTLINE, bbox.y1 - STROKE - OUTLINE, width, height], anchor: [x, y], marks };
}

describe('unit symbols', () => {
  it('stand in the assets as milsymbol draws them', async () => {
    const shapes = Object.fromEntries(CODES.flatMap(code => [false, true].map(planned => [symbolKey(code, planned), drawn(symbolKey(code, planned))])));
    await expect(`{\n${Object.entries(shapes).map(([key, shape]) => `  "${key}": ${JSON.stringify(shape)}`).join(',\n')}\n}\n`).toMatchFileSnapshot('../../assets/unit-symbols.json');
  });

  it('take the colours of the theme and the size asked for', () => {
    const palette = paletteOf('light');
    const mark = { kind: 'symbol' as const, at: [0, 0] as const, dx: 0, dy: 0, code: BATTALION, size: 30, fill: '#123456', hollow: false, planned: false };
    const symbol = unitSymbol(mark, palette);
    expect(symbol.svg()).toContain('fill="#123456"');
    expect(symbol.svg()).toContain(`stroke="${palette.tokens.ink}"`);
    expect(unitSymbol({ ...mark, hollow: true }, palette).svg()).not.toContain('#123456');
    expect(unitSymbol({ ...mark, planned: true }, palette).svg()).toContain('stroke-dasharray');
    expect(symbol.svg()).not.toContain('stroke-dasharray');
    expect(unitSymbol({ ...mark, size: 60 }, palette).anchor.x).toBeCloseTo(2 * symbol.anchor.x, 9);
    expect(unitSymbol({ ...mark, fill: '#654321' }, palette).key).not.toBe(symbol.key);
    expect(() => unitSymbol({ ...mark, code: '10031000009999990000' }, palette)).toThrow(/no symbol/);
  });
});
