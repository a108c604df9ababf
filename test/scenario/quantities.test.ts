import { describe, expect, it } from 'vitest';
import { readQuantity } from '../../src/scenario/quantities.ts';

const value = (text: string, unit: string) => {
  const read = readQuantity(text, unit);
  return 'value' in read ? read.value : read.error;
};

describe('quantities', () => {
  it.each([
    ['40 t/day', 't/day', 40], ['500 kg/day', 't/day', 0.5], ['60 days', 'day', 60], ['6 months', 'day', 182.625], ['2 weeks', 'day', 14], ['15 L/person/day', 'L/person/day', 15],
    ['0.3/month', '1/month', 0.3], ['1/day', '1/month', 30.4375], ['.5 / day', '1/day', 0.5], ['12000 km^2', 'km^2', 12000], ['3 USD/year', 'USD/month', 0.25], ['200 people/day', 'person/day', 200], ['10', 't', 10], ['-3 t', 't', -3], ['1e3 kg', 't', 1],
  ])('"%s" read in %s is %d', (text, unit, expected) => expect(value(text, unit)).toBe(expected));

  it('a quantity of another dimension names the unit got and the unit wanted', () => {
    expect(value('40 km', 't/day')).toBe('"40 km" is a length; this field wants a load in t/day');
    expect(value('5 W', 'day')).toContain('this field wants a time in day');
  });

  it('a month and a year are those of the register: 30.4375 and 365.25 days', () => {
    expect(value('1 month', 'day')).toBe(30.4375);
    expect(value('1 year', 'day')).toBe(365.25);
  });

  it.each(['', 'many', 'NaN t', 'Infinity t', '1e999 t', '40 t; 1', '12,000 t', '5 furlongs', '1 __proto__', '1 constructor', '1 t '.repeat(40), '40 t/day/day/day', '٤٠ t', '4O t'])('"%s" is no load', text => {
    expect(readQuantity(text, 't')).toHaveProperty('error');
  });

  it('a number with a separator is explained rather than cut at the comma', () => expect(value('12,000 t', 't')).toContain('written like "12000 t"'));
});
