/** Progress on standard error: a bar on a terminal, plain lines otherwise, the first at once. */

const WIDTH = 32;
const LINE_EVERY_MS = 2000;
const LINE_EVERY_PERCENT = 10;

export interface Progress {
  /** `share` 0–1 of the work is done. */
  update(share: number, note?: string): void;
  /** Says a sentence above the bar. */
  note(sentence: string): void;
  /** Takes the bar away and says a last sentence. */
  end(sentence?: string): void;
}

/** Starts a bar with a title; quiet prints nothing. */
export function startProgress(title: string, quiet = false): Progress {
  const terminal = process.stderr.isTTY === true;
  const started = performance.now();
  let last = -1;
  let lastLine = started;
  let lastPercent = 0;
  if (!quiet && !terminal) process.stderr.write(`${title}\n`);
  const draw = (share: number, note: string) => {
    const full = Math.round(share * WIDTH);
    process.stderr.write(`\r\x1b[2K${title} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${String(Math.floor(share * 100)).padStart(3)} % ${note}`);
  };
  return {
    update: (share, note = '') => {
      if (quiet) return;
      const percent = Math.floor(share * 100);
      const now = performance.now();
      if (terminal) {
        if (percent !== last) draw(share, note);
      } else if (now - lastLine > LINE_EVERY_MS && percent >= lastPercent + LINE_EVERY_PERCENT) {
        process.stderr.write(`${title}: ${percent} % ${note}`.trimEnd() + '\n');
        lastLine = now;
        lastPercent = percent;
      }
      last = percent;
    },
    note: sentence => {
      if (!quiet) process.stderr.write(`${terminal ? '\r\x1b[2K' : ''}${title}: ${sentence}\n`);
      last = -1;
    },
    end: sentence => {
      if (quiet) return;
      if (terminal) process.stderr.write('\r\x1b[2K');
      if (sentence !== undefined) process.stderr.write(`${sentence} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`);
    },
  };
}
