/** The model document: its generated parts are those the sources give, and headers name the draws they make. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawersOf, headerOf, MODEL_DOCUMENT, PART_NAMES, readSources, refreshed } from '../../src/cli/model-document.ts';
import { STREAMS } from '../../src/engine/streams.ts';
import { MECHANISMS } from '../../src/engine/phases.ts';
import { PARAMETERS } from '../../src/scenario/parameters.ts';

const sources = readSources();
const document = readFileSync(MODEL_DOCUMENT, 'utf8');
/** Kept by unit-stages.ts for the mechanisms that ask it for durations. */
const SHARED = 'phaseDuration';

describe('the model document', () => {
  it('is up to date', () => {
    expect(refreshed(document, sources) === document, 'assets/model.md is out of date; run: npm run -s forestall -- model').toBe(true);
  });
  it('has a section for every mechanism and a row for every parameter', () => {
    expect(MECHANISMS.filter(({ name }) => !document.includes(`src/engine/mechanisms/${name}.ts`)).map(({ name }) => name)).toEqual([]);
    expect(PARAMETERS.filter(({ name }) => !document.includes(`| \`${name}\` |`)).map(({ name }) => name)).toEqual([]);
  });
  it('begins with what fails', () => {
    expect([...document.matchAll(/^## (.*)$/gm)][0]?.[1]).toBe('Known failures');
  });
  it('names stylised facts by tests that hold them', () => {
    const tests = ['stylised-facts', 'politics', 'protection', 'warning-skill', 'deployment-ramp'].map(name => readFileSync(new URL(`../engine/${name}.test.ts`, import.meta.url), 'utf8')).join('\n');
    const held = [...document.matchAll(/^\| (S[FC]-\d\d) .*\| held by a test \|$/gm)].map(match => match[1]!);
    expect(held.length).toBeGreaterThan(10);
    expect(held.filter(fact => !tests.includes(fact))).toEqual([]);
  });
});

describe('the generated parts', () => {
  it('notice a change of a source', () => {
    const other = new Map(sources.mechanisms);
    other.set('tension', other.get('tension')!.replace('structural risk changes by programmes alone', 'structural risk drifts'));
    expect(refreshed(document, { ...sources, mechanisms: other })).toContain('structural risk drifts');
    expect(refreshed(document, { ...sources, battery: sources.battery.replace('PASSED', 'WEAK') })).not.toBe(document);
  });
  it.each([
    ['lacks a part', (text: string) => text.replace('<!-- generated: tick -->', '')],
    ['holds a part twice', (text: string) => `${text}\n<!-- generated: tick -->\n<!-- end -->\n`],
    ['holds an unknown part', (text: string) => `${text}\n<!-- generated: weather -->\n<!-- end -->\n`],
  ])('are refused when the document %s', (_, spoil) => {
    expect(() => refreshed(spoil(document), sources)).toThrow(/part/);
  });
  it('are all in place once', () => {
    expect([...document.matchAll(/<!-- generated: (\w+) -->/g)].map(match => match[1]).sort()).toEqual([...PART_NAMES].sort());
  });
});

describe('the header of a mechanism', () => {
  it.each(MECHANISMS.map(({ name }) => name))('of %s names the streams it draws from', name => {
    const { draws } = headerOf(name, sources.mechanisms.get(name)!);
    const drawn = [...drawersOf(sources.drawing)].filter(([, files]) => files.includes(name)).map(([stream]) => stream);
    const named = [...draws.matchAll(/\w+/g)].map(match => match[0]).filter(name => name in STREAMS);
    expect([...new Set(named)].filter(stream => stream !== SHARED).sort()).toEqual(drawn.filter(stream => stream !== SHARED).sort());
  });
  it('without a source is refused', () => {
    expect(() => headerOf('tension', sources.mechanisms.get('tension')!.replace('Source: ', ''))).toThrow(/tension/);
  });
});
