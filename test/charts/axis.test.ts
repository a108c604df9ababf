import { describe, expect, it } from 'vitest';
import { daySteps, dayTicks, gridPath, tickPath } from '../../src/charts/axis.ts';

describe('the day axis', () => {
  it('chooses steps at which labels do not touch', () => {
    for (const pixels of [0.15, 0.4, 1, 1.6, 4, 9, 22, 100]) expect(daySteps(pixels, 92)[0] * pixels).toBeGreaterThanOrEqual(92);
    expect(daySteps(4)[0]).toBe(30);
    expect(daySteps(100)[0]).toBe(1);
  });
  it('has D0 as a major tick and every day once, in order', () => {
    const ticks = dayTicks(-12, 95, 4);
    expect(ticks.find(tick => tick.day === 0)).toEqual({ day: 0, rank: 'major' });
    expect(Object.is(ticks.find(tick => tick.day === 0)!.day, 0)).toBe(true);
    expect(ticks.map(tick => tick.day)).toEqual([...new Set(ticks.map(tick => tick.day))].sort((a, b) => a - b));
    expect(ticks.filter(tick => tick.rank === 'major').map(tick => tick.day)).toEqual([0, 30, 60, 90]);
    expect(ticks.filter(tick => tick.rank === 'middle').map(tick => tick.day)).toEqual([15, 45, 75]);
  });
  it('draws strokes up from the base line, and lines of one rank', () => {
    const ticks = [{ day: 0, rank: 'major' }, { day: 5, rank: 'minor' }] as const;
    expect(tickPath(ticks, 2, 20, { major: 9, middle: 6, minor: 4 })).toBe('M0 11V20M10 16V20');
    expect(gridPath(ticks, 'minor', 2, 0, 50)).toBe('M10 0V50');
  });
});
