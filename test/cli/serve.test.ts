import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from '../../src/cli/serve.ts';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** A request as it stands: unlike fetch, it does not tidy the path. */
function ask(url: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers, method, family: 4 }, response => {
      const parts: Buffer[] = [];
      response.on('data', part => parts.push(part as Buffer));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('serving the planner', () => {
  const outer = mkdtempSync(join(tmpdir(), 'forestall-serve-'));
  const root = join(outer, 'app');
  const script = 'export const a = 1;\n'.repeat(200);
  let served: Served;

  beforeAll(async () => {
    mkdirSync(join(root, 'assets'), { recursive: true });
    writeFileSync(join(outer, 'secret.txt'), 'secret');
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>Forestall</title>');
    writeFileSync(join(root, 'assets/index-Bk1oN5vl.js'), script);
    writeFileSync(join(root, 'assets/sans-BYSzYMf3.woff2'), 'font');
    symlinkSync(join(outer, 'secret.txt'), join(root, 'assets/link.txt'));
    served = await serve({ port: 0, host: '127.0.0.1', root });
  });
  afterAll(async () => {
    await served.close();
    rmSync(outer, { recursive: true });
  });

  it('answers the bare address with the page, to be asked for again each time', async () => {
    const { status, headers, body } = await ask(served.url, '/?day=3');
    expect(status).toBe(200);
    expect(body.toString()).toContain('Forestall');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
  });
  it('lets browsers keep files whose name holds a hash', async () => {
    const { headers } = await ask(served.url, '/assets/sans-BYSzYMf3.woff2');
    expect(headers['content-type']).toBe('font/woff2');
    expect(headers['cache-control']).toContain('immutable');
  });
  it('packs text for those who can read it, with the same content', async () => {
    const plain = await ask(served.url, '/assets/index-Bk1oN5vl.js');
    const packed = await ask(served.url, '/assets/index-Bk1oN5vl.js', { 'accept-encoding': 'gzip, br' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
    expect(plain.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });
  it('says when a file has not changed', async () => {
    const { headers } = await ask(served.url, '/');
    expect((await ask(served.url, '/', { 'if-none-match': String(headers['etag']) })).status).toBe(304);
  });
  it('answers HEAD without a body and refuses to be written to', async () => {
    expect((await ask(served.url, '/', {}, 'HEAD')).body).toHaveLength(0);
    expect((await ask(served.url, '/', {}, 'POST')).status).toBe(405);
  });
  it.each([
    ['/../secret.txt', 400],
    ['/assets/../../secret.txt', 400],
    ['/%2e%2e/secret.txt', 400],
    ['/..%2fsecret.txt', 400],
    ['/..%5csecret.txt', 400],
    ['/%00', 400],
    ['/%', 400],
    ['/assets/link.txt', 404],
    ['/assets', 404],
    ['/nothing.js', 404],
  ])('does not leave its folder for %s', async (path, status) => {
    const reply = await ask(served.url, path);
    expect(reply.status).toBe(status);
    expect(reply.body.toString()).not.toContain('secret');
  });
  it('takes the next free port when one is taken', async () => {
    const port = Number(new URL(served.url).port);
    const second = await serve({ port, host: '127.0.0.1', root });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
    expect((await ask(second.url, '/')).status).toBe(200);
    await second.close();
  });
  it('says what to do when nothing is built', async () => {
    await expect(serve({ port: 0, host: '127.0.0.1', root: join(outer, 'none') })).rejects.toThrow('npm run build');
  });
});
