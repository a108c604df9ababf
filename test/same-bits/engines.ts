/** The engines at hand, each as a way to run one script with inputs and get its answer. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Engine {
  readonly name: string;
  readonly path: string;
  run(script: string, inputs: string): Promise<string>;
}

const MINUTE = 60_000; // ms

function firstExisting(paths: readonly string[]): string | undefined {
  return paths.find(path => existsSync(path));
}

/** JavaScriptCore's shell reads files; its output is the answer. */
function shellEngine(name: string, path: string): Engine {
  return {
    name, path,
    run: (script, inputs) => {
      const folder = mkdtempSync(join(tmpdir(), 'forestall-bits-'));
      const file = join(folder, 'script.js');
      writeFileSync(file, `globalThis.sameBitsInputs = ${inputs};\n${script}`);
      return new Promise((resolve, reject) => {
        execFile(path, [file], { maxBuffer: 1e8, timeout: 3 * MINUTE }, (error, stdout) => {
          rmSync(folder, { recursive: true, force: true });
          if (error !== null) reject(error);
          else resolve(stdout.trim());
        });
      });
    },
  };
}

/** A browser opens a page of a server of ours, computes, and posts the answer back. */
function browserEngine(name: string, path: string, argumentsFor: (profile: string, url: string) => string[]): Engine {
  return {
    name, path,
    run: (script, inputs) => new Promise((resolve, reject) => {
      const profile = mkdtempSync(join(tmpdir(), 'forestall-bits-'));
      const server = createServer((request, response) => {
        const send = (type: string, body: string) => response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
        if (request.url === '/script.js') send('text/javascript', script);
        else if (request.url === '/inputs.json') send('application/json', inputs);
        else if (request.url === '/answer') {
          let body = '';
          request.on('data', part => { body += String(part); });
          request.on('end', () => { response.end(); end(() => resolve(body)); });
        } else send('text/html', '<!doctype html><title>bits</title><script src="/script.js"></script>');
      });
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        const port = typeof address === 'object' && address !== null ? address.port : 0;
        const child = spawn(path, argumentsFor(profile, `http://127.0.0.1:${port}/`), { stdio: 'ignore', detached: true });
        const timer = setTimeout(() => end(() => reject(new Error(`${name} gave no answer.`))), 3 * MINUTE);
        end = finish => {
          clearTimeout(timer);
          server.close();
          server.closeAllConnections();
          try { process.kill(-child.pid!, 'SIGKILL'); } catch { /* it has ended by itself */ }
          setTimeout(() => { rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }); finish(); }, 200);
        };
        child.on('error', error => end(() => reject(error)));
      });
      let end: (finish: () => void) => void = finish => finish();
    }),
  };
}

/** Engines beside Node that are installed here; Chromium comes with the browser tests and must be there. */
export function engines(): Engine[] {
  const chromium = firstExisting(['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']);
  const firefox = firstExisting(['/usr/bin/firefox-esr', '/usr/bin/firefox']);
  const jsc = firstExisting(['/usr/bin/jsc', '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/jsc', '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/jsc']);
  return [
    ...(chromium === undefined ? [] : [browserEngine('Chromium', chromium, (profile, url) => ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', `--user-data-dir=${profile}`, url])]),
    ...(firefox === undefined ? [] : [browserEngine('Firefox', firefox, (profile, url) => ['--headless', '--no-remote', '--profile', profile, url])]),
    ...(jsc === undefined ? [] : [shellEngine('JavaScriptCore', jsc)]),
  ];
}
