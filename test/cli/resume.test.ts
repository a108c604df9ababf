/** Ctrl-C during a study leaves a part; the same command goes on from it and gives the bytes of a study that nobody stopped. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { briefScenario, openCommandLine, type CommandLine, type Ended } from '../make/command-line.ts';

interface Part { study: string; check: string; chunks: Record<string, number[]> }

const RUNS = 3000; // more than a second of work, in chunks of 32

let cli: CommandLine;
beforeAll(async () => { cli = await openCommandLine(briefScenario({ days: 120 })); });
afterAll(() => cli.remove());

const args = (out: string, ...more: string[]): string[] => ['study', 'small', '--plans', 'none,a', '--runs', String(RUNS), '--workers', '1', '--out', out, ...more];
const bytes = (name: string): string => readFileSync(cli.path(name), 'utf8');
const partOf = (name: string): Part => JSON.parse(bytes(`${name}.part`)) as Part;

/** Starts the command and stops it as Ctrl-C does, some time after it said that it begins. */
function interrupted(wait: number, command: readonly string[]): Promise<Ended> {
  return cli.start(command, child => {
    child.stderr!.once('data', () => { setTimeout(() => child.kill('SIGINT'), wait); });
  });
}

/** Stops it again and again, later each time, until a part holds something. */
async function cutShort(out: string): Promise<Part> {
  for (let wait = 200; wait < 20_000; wait *= 2) {
    const { code, stdout, stderr } = await interrupted(wait, args(out));
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain(`Stopped. What is done lies in ${out}.part; the same command goes on from there.`);
    expect(existsSync(cli.path(out))).toBe(false);
    if (Object.keys(partOf(out).chunks).length > 0) return partOf(out);
  }
  throw new Error('The study never got anywhere.');
}

describe('a study that Ctrl-C stops', () => {
  it('leaves a part and no result; the same command goes on to the same bytes and removes the part', async () => {
    const whole = await cli.forestall(...args('whole.json'));
    expect(whole.code, whole.stderr).toBe(0);
    expect(existsSync(cli.path('whole.json.part'))).toBe(false);

    const part = await cutShort('cut.json');
    const done = Object.keys(part.chunks).length;
    expect(done).toBeLessThan(2 * Math.ceil(RUNS / 32));
    const more = await cli.forestall(...args('cut.json'));
    expect(more.code, more.stderr).toBe(0);
    expect(more.stderr).toContain(`Going on from cut.json.part: ${done} chunks are done.`);
    expect(bytes('cut.json')).toBe(bytes('whole.json'));
    expect(existsSync(cli.path('cut.json.part'))).toBe(false);

    // a part of another study, and one that somebody touched, are of no use: nothing of them enters the result
    const [first] = Object.keys(part.chunks);
    const touched = { ...part, chunks: { ...part.chunks, [first!]: part.chunks[first!]!.map(value => value + 1) } };
    const brief = (out: string): string[] => ['study', 'small', '--plans', 'none,a', '--runs', '40', '--workers', '1', '--out', out];
    await cli.forestall(...brief('plain.json'));
    for (const [name, text] of [['other', JSON.stringify(part)], ['damaged', '{"format": 1, "study": "'], ['odd', '{"format": 1, "study": null, "chunks": null}']] as const) {
      cli.write(`${name}.json.part`, text);
      const ended = await cli.forestall(...brief(`${name}.json`));
      expect(ended.code).toBe(0);
      expect(ended.stderr).not.toContain('Going on');
      expect(bytes(`${name}.json`)).toBe(bytes('plain.json'));
    }
    cli.write('cut.json.part', JSON.stringify(touched));
    rmSync(cli.path('cut.json'));
    const again = await cli.forestall(...args('cut.json'));
    expect(again.stderr).not.toContain('Going on');
    expect(bytes('cut.json')).toBe(bytes('whole.json'));
  });

  it('says how to be able to go on when no file was wanted', async () => {
    const { code, stdout, stderr } = await interrupted(50, ['study', 'small', '--plans', 'none,a', '--runs', '200000', '--workers', '1', '--json']);
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain('Add --out FILE');
  });
});
