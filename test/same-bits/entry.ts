/**
 * One script for every engine: computes all hashes and hands them to whoever asked. In a browser the inputs come from
 * /inputs.json and the answer goes to /answer; in the shell of JavaScriptCore the inputs stand in front of the script.
 */
import { kernelBits } from './kernel-bits.ts';
import { runBits, type RunInput } from './run-bits.ts';

interface Inputs { readonly count: number; readonly runs: readonly RunInput[] }

const compute = ({ count, runs }: Inputs): string => JSON.stringify({ kernel: kernelBits(count), runs: runBits(runs) });

const shell = globalThis as unknown as { document?: unknown; sameBitsInputs?: Inputs; print?: (text: string) => void };

if (shell.sameBitsInputs !== undefined) {
  shell.print!(compute(shell.sameBitsInputs));
} else if (shell.document !== undefined) {
  void fetch('/inputs.json').then(response => response.json() as Promise<Inputs>).then(inputs => {
    let answer: string;
    try {
      answer = compute(inputs);
    } catch (error) {
      answer = JSON.stringify({ error: String(error) });
    }
    return fetch('/answer', { method: 'POST', body: answer });
  });
}
