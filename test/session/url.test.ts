import { describe, expect, it } from 'vitest';
import { placeHash, readPlace } from '../../src/session/url.ts';

describe('the address', () => {
  it('names scenario, plan, day, selection and layer, and is read back', () => {
    const place = { scenario: 'halvane', plan: 'a', day: 60, action: 'bn-east', region: 'east-valley', layer: 'tension', baseline: 'none' } as const;
    expect(placeHash(place)).toBe('#/plan/halvane/a?day=60&sel=bn-east&region=east-valley&layer=tension&vs=none');
    expect(readPlace(placeHash(place))).toEqual(place);
  });
  it('reads an address without plan or parts', () => {
    expect(readPlace('#/plan/halvane')).toEqual({ scenario: 'halvane' });
    expect(placeHash({ scenario: 'halvane' })).toBe('#/plan/halvane');
  });
  it.each(['', '#', '#/', '#/scores/x', '#/plan/', '#/plan/../etc', '#/plan/A B', '#/plan/%3Cscript%3E', `#/plan/${'x'.repeat(80)}`])('names no scenario in %j', hash => {
    expect(readPlace(hash)).toBeUndefined();
  });
  it('names the Compare screen with its other plan and outcome', () => {
    const place = { scenario: 'halvane', screen: 'compare', plan: 'a', other: 'b', outcome: 'cost' } as const;
    expect(placeHash(place)).toBe('#/compare/halvane/a?with=b&outcome=cost');
    expect(readPlace(placeHash(place))).toEqual(place);
    expect(readPlace('#/compare/halvane/a?outcome=points')).toEqual({ scenario: 'halvane', screen: 'compare', plan: 'a' });
  });
  it('names the seed, a number or words', () => {
    for (const seed of ['7', 'late rains', 'pluie & vent', '007']) expect(readPlace(placeHash({ scenario: 'halvane', seed }))).toEqual({ scenario: 'halvane', seed });
    expect(readPlace(`#/plan/halvane?seed=${'x'.repeat(65)}`)).toEqual({ scenario: 'halvane' });
    expect(readPlace('#/plan/halvane?seed=%20')).toEqual({ scenario: 'halvane' });
  });
  it('leaves out what it does not understand', () => {
    expect(readPlace('#/plan/halvane/a?day=-5&sel=<b>&layer=heat&vs=__proto__&x=1')).toEqual({ scenario: 'halvane', plan: 'a' });
    expect(readPlace('#/plan/halvane/a?day=99999')).toEqual({ scenario: 'halvane', plan: 'a' });
  });
});
