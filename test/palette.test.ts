/**
 * The colours of assets/tokens.json can be read and told apart.
 *
 * Contrast: WCAG 2 relative luminance. Colour vision: Machado, Oliveira & Fernandes 2009, severity 1, in linear RGB.
 * Difference: CIEDE2000 (Sharma, Wu & Dalal 2005), checked against three of their reference pairs.
 */
import { describe, expect, it } from 'vitest';
import { PLAN_LETTERS, planColour, planDash, tokensOf, type Colour, type Theme } from '../src/charts/tokens.ts';
import { cssVariables } from '../src/app/theme.ts';

type Triple = readonly [number, number, number];

const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const gamma = (c: number): number => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);
const linearRgb = (colour: Colour): Triple => [1, 3, 5].map(i => linear(parseInt(colour.slice(i, i + 2), 16) / 255)) as unknown as Triple;
const hexOf = (rgb: Triple): Colour =>
  `#${rgb.map(v => Math.round(Math.max(0, Math.min(1, v)) * 255).toString(16).padStart(2, '0')).join('')}`;
const dot = (row: Triple, v: Triple): number => row[0] * v[0] + row[1] * v[1] + row[2] * v[2];

const luminance = (colour: Colour): number => dot([0.2126, 0.7152, 0.0722], linearRgb(colour));
const contrast = (a: Colour, b: Colour): number => {
  const x = luminance(a);
  const y = luminance(b);
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
};

const VISION: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
const seenBy = (colour: Colour, vision: readonly [Triple, Triple, Triple]): Colour => {
  const rgb = linearRgb(colour);
  return hexOf(vision.map(row => gamma(Math.max(0, Math.min(1, dot(row, rgb))))) as unknown as Triple);
};

const labOf = (colour: Colour): Triple => {
  const rgb = linearRgb(colour);
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], rgb) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], rgb));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], rgb) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const hue = (a: number, b: number): number => {
  if (a === 0 && b === 0) return 0;
  const t = (Math.atan2(b, a) * 180) / Math.PI;
  return t < 0 ? t + 360 : t;
};
const ciede2000 = ([L1, a1, b1]: Triple, [L2, a2, b2]: Triple): number => {
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)));
  const [p1, p2] = [(1 + g) * a1, (1 + g) * a2];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const [h1, h2] = [hue(p1, b1), hue(p2, b2)];
  let dh = 0;
  let meanH = h1 + h2;
  if (c1 * c2 !== 0) {
    dh = h2 - h1;
    if (dh > 180) dh -= 360;
    if (dh < -180) dh += 360;
    if (Math.abs(h1 - h2) > 180) meanH += meanH < 360 ? 360 : -360;
    meanH /= 2;
  }
  const dL = L2 - L1;
  const dC = c2 - c1;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(dh / 2));
  const meanL = (L1 + L2) / 2;
  const meanC2 = (c1 + c2) / 2;
  const t =
    1 - 0.17 * Math.cos(radians(meanH - 30)) + 0.24 * Math.cos(radians(2 * meanH)) +
    0.32 * Math.cos(radians(3 * meanH + 6)) - 0.2 * Math.cos(radians(4 * meanH - 63));
  const sL = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2);
  const sC = 1 + 0.045 * meanC2;
  const sH = 1 + 0.015 * meanC2 * t;
  const rT = -2 * Math.sqrt(meanC2 ** 7 / (meanC2 ** 7 + 25 ** 7)) * Math.sin(radians(60 * Math.exp(-(((meanH - 275) / 25) ** 2))));
  return Math.sqrt((dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rT * (dC / sC) * (dH / sH));
};
const difference = (a: Colour, b: Colour): number => ciede2000(labOf(a), labOf(b));

const neighbours = (colours: readonly Colour[]): [Colour, Colour][] => colours.slice(1).map((c, i) => [colours[i]!, c]);
const pairs = (colours: readonly Colour[]): [Colour, Colour][] => colours.flatMap((a, i) => colours.slice(i + 1).map(b => [a, b] as [Colour, Colour]));
/** Smallest difference of the given pairs in any of the four kinds of vision. */
const worst = (list: readonly [Colour, Colour][]): number =>
  Math.min(...Object.values(VISION).flatMap(v => list.map(([a, b]) => difference(seenBy(a, v), seenBy(b, v)))));

it.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[50, 2.5, 0], [61, -5, 29], 22.8977],
] as const)('CIEDE2000 of %j and %j is the published %d', (a, b, published) => {
  expect(ciede2000(a, b)).toBeCloseTo(published, 3);
});

describe.each(['light', 'dark'] as Theme[])('the %s theme', theme => {
  const t = tokensOf(theme);
  const onSurfaces = (colour: Colour): number => Math.min(...[t.bg, t.surface, t.raised].map(b => contrast(colour, b)));
  const fills = [...t.tension, ...t.tensionMedium, ...t.tensionLow, t.sea, t.noData];

  it.each(['text', 'muted', 'accent', 'critical', 'warning', 'ok'] as const)('%s reads on every surface', name => {
    expect(onSurfaces(t[name])).toBeGreaterThanOrEqual(4.5);
  });
  it('control borders stand out from every surface', () => {
    expect(onSurfaces(t.control)).toBeGreaterThanOrEqual(3);
  });
  it('the focus ring stands out from every surface', () => {
    expect(onSurfaces(t.focusOuter)).toBeGreaterThanOrEqual(3);
  });
  it('the two rings of the focus stand out from each other', () => {
    expect(contrast(t.focusInner, t.focusOuter)).toBeGreaterThanOrEqual(3);
  });
  it.each(Object.entries(t.plans))('plan %s reads as text and line on every surface', (_letter, colour) => {
    expect(onSurfaces(colour)).toBeGreaterThanOrEqual(4.5);
  });
  it('any two plan colours differ in any kind of vision', () => {
    expect(worst(pairs(Object.values(t.plans)))).toBeGreaterThanOrEqual(12);
  });
  it('every letter has a colour and a dash, and no two letters share both', () => {
    expect(Object.keys(t.plans)).toEqual([...PLAN_LETTERS, 'baseline']);
    const looks = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => `${t.plans[planColour(letter)]} ${planDash(letter)}`);
    expect(new Set(looks).size).toBe(looks.length);
    expect([planColour('H'), planColour('I'), planColour(''), planColour('?')]).toEqual(['H', 'A', 'baseline', 'baseline']);
  });
  it('neighbouring tension classes differ in any kind of vision', () => {
    expect(t.tension).toHaveLength(5);
    expect(worst(neighbours(t.tension))).toBeGreaterThanOrEqual(10);
  });
  it('neighbouring medium-confidence classes differ in any kind of vision', () => {
    expect(t.tensionMedium).toHaveLength(3);
    expect(worst(neighbours(t.tensionMedium))).toBeGreaterThanOrEqual(10);
  });
  it('low-confidence grey differs from every medium-confidence class', () => {
    expect(t.tensionLow).toHaveLength(1);
    expect(Math.min(...t.tensionMedium.map(c => difference(c, t.tensionLow[0])))).toBeGreaterThanOrEqual(7);
  });
  it('neighbouring classes of the difference map differ in any kind of vision', () => {
    expect(t.diverging).toHaveLength(5);
    expect(worst(neighbours(t.diverging))).toBeGreaterThanOrEqual(10);
  });
  it('tension runs one way in lightness, so that it survives grey print', () => {
    const lightness = t.tension.map(c => labOf(c)[0]);
    const sign = Math.sign(lightness[4]! - lightness[0]!);
    expect(Math.min(...lightness.slice(1).map((l, i) => sign * (l - lightness[i]!)))).toBeGreaterThanOrEqual(9);
  });
  it.each(['ink', 'route', 'flow', 'coverage'] as const)('%s or its casing stands out from every map fill', name => {
    expect(Math.min(...fills.map(f => Math.max(contrast(t[name], f), contrast(t.casing, f))))).toBeGreaterThanOrEqual(3);
  });
  it('map labels stand out from their halo', () => {
    expect(contrast(t.ink, t.casing)).toBeGreaterThanOrEqual(7);
  });
  it('a colour too near to another is found', () => {
    expect(worst([[t.tension[0], t.tension[0]]])).toBe(0);
    expect(worst(pairs([...Object.values(t.plans), t.accent]))).toBeLessThan(12);
  });
});

it('both themes offer the same CSS variables', () => {
  const names = Object.keys(cssVariables('light'));
  expect(Object.keys(cssVariables('dark'))).toEqual(names);
  expect(names).toEqual(expect.arrayContaining([
    '--bg', '--focus-inner', '--no-data-hatch', '--tension-1', '--tension-5', '--tension-medium-3', '--tension-low',
    '--diverging-5', '--plan-a', '--plan-baseline', '--casing',
  ]));
});
