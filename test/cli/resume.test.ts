/** A study that Ctrl-C or kill −9 stops leaves a part; the same command goes on from it and gives the bytes of a study that nobody stopped. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { briefScenario, openCommandLine, type CommandLine, type Ended } from '../make/command-line.ts';

const RUNS = 1000; // more than a second of work, in chunks of 32

let cli: CommandLine;
beforeAll(async () => { cli = await openCommandLine(briefScenario({ days: 120 })); });
afterAll(() => cli.remove());

const args = (out: string, ...more: string[]): string[] => ['study', 'small', '--plans', 'none,a', '--runs', String(RUNS), '--workers', '1', '--out', out, ...more];
const bytes = (name: string): string => readFileSync(cli.path(name), 'utf8');
/** Whole lines of chunks in a part. */
const chunksIn = (text: string): string[] => text.split('\n').slice(1, -1);

/** Starts the command and sends it a signal, some time after it said that it begins. */
function interrupted(wait: number, command: readonly string[], signal: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<Ended> {
  return cli.start(command, child => {
    child.stderr!.once('data', () => { setTimeout(() => child.kill(signal), wait); });
  });
}

/** Stops a command that writes a part again and again, later each time, until the part holds something; gives its text. */
async function cutShort(out: string, command: readonly string[], signal: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<string> {
  for (let wait = 200; wait < 20_000; wait *= 2) {
    const { code, stdout, stderr } = await interrupted(wait, command, signal);
    expect({ code, stdout }).toEqual({ code: signal === 'SIGINT' ? 130 : null, stdout: '' });
    if (signal === 'SIGINT') expect(stderr).toContain(`Stopped. What is done lies in ${out}.part; the same command goes on from there.`);
    expect(existsSync(cli.path(out))).toBe(false);
    if (existsSync(cli.path(`${out}.part`)) && chunksIn(bytes(`${out}.part`)).length > 0) return bytes(`${out}.part`);
  }
  throw new Error('The study never got anywhere.');
}

describe('a study that Ctrl-C stops', () => {
  it('leaves a part and no result; the same command goes on to the same bytes and removes the part', async () => {
    const whole = await cli.forestall(...args('whole.json'));
    expect(whole.code, whole.stderr).toBe(0);
    expect(existsSync(cli.path('whole.json.part'))).toBe(false);

    const part = await cutShort('cut.json', args('cut.json'));
    const done = chunksIn(part).length;
    expect(done).toBeLessThan(2 * Math.ceil(RUNS / 32));
    const more = await cli.forestall(...args('cut.json'));
    expect(more.code, more.stderr).toBe(0);
    expect(more.stderr).toContain(`Going on from cut.json.part: ${done} chunks are done.`);
    expect(bytes('cut.json')).toBe(bytes('whole.json'));
    expect(existsSync(cli.path('cut.json.part'))).toBe(false);

    // a part of another study and one of no use: nothing of them enters the result
    const brief = (out: string): string[] => ['study', 'small', '--plans', 'none,a', '--runs', '40', '--workers', '1', '--out', out];
    await cli.forestall(...brief('plain.json'));
    for (const [name, text] of [['other', part], ['damaged', '{"format": 2, "study": "'], ['odd', '{"format": 2, "study": null}\nx y z\n'], ['empty', '']] as const) {
      cli.write(`${name}.json.part`, text);
      const ended = await cli.forestall(...brief(`${name}.json`));
      expect(ended.code).toBe(0);
      expect(ended.stderr).not.toContain('Going on');
      expect(bytes(`${name}.json`)).toBe(bytes('plain.json'));
    }
    // a number that somebody touched, and a last line cut off: what stands before them is used, and nothing else
    const lines = part.split('\n');
    const touched = lines.map((line, i) => (i === 2 ? line.replace(/(.)(=*)$/, (_, last: string, end: string) => `${last === 'A' ? 'B' : 'A'}${end}`) : line)).join('\n');
    for (const [name, text, kept] of [['touched', touched, 1], ['half', part.slice(0, -20), done - 1]] as const) {
      cli.write(`${name}.json.part`, text);
      const again = await cli.forestall(...args(`${name}.json`));
      expect(again.code, again.stderr).toBe(0);
      if (kept > 0) expect(again.stderr).toContain(`Going on from ${name}.json.part: ${kept} chunks are done.`);
      expect(bytes(`${name}.json`)).toBe(bytes('whole.json'));
    }
  });

  it('loses little when it is killed, and gives the same bytes afterwards', async () => {
    const delay = (out: string): string[] => ['delay', 'small', '--plan', 'a', '--action', 'all', '--from', '0', '--to', '60', '--step', '5', '--runs', '300', '--workers', '1', '--out', out];
    const whole = await cli.forestall(...delay('curve.json'));
    expect(whole.code, whole.stderr).toBe(0);
    const part = await cutShort('killed.json', delay('killed.json'), 'SIGKILL');
    const more = await cli.forestall(...delay('killed.json'));
    expect(more.code, more.stderr).toBe(0);
    expect(more.stderr).toContain(`Going on from killed.json.part: ${chunksIn(part).length} chunks are done.`);
    expect(bytes('killed.json')).toBe(bytes('curve.json'));
    expect(existsSync(cli.path('killed.json.part'))).toBe(false);
  });

  it('says how to be able to go on when no file was wanted', async () => {
    const { code, stdout, stderr } = await interrupted(50, ['study', 'small', '--plans', 'none,a', '--runs', '200000', '--workers', '1', '--json']);
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain('Add --out FILE');
  });
});
