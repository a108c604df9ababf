/** Serves the built planner to a browser: static files from one folder, nothing else. */
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

export interface ServeOptions {
  /** First port to try, 0–65535; 0 leaves the choice to the system. */
  readonly port: number;
  /** Address to listen on: `127.0.0.1` for this machine, `0.0.0.0` for the local network. */
  readonly host: string;
  /** Folder with index.html. */
  readonly root: string;
}

export interface Served {
  /** `http://localhost:4173/` */
  readonly url: string;
  close(): Promise<void>;
}

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};
const PORTS_TRIED = 20;
const compress = promisify(gzip);

/** Files whose name holds a hash of their content never change; everything else is asked for again. */
const isHashed = (path: string): boolean => /^\/assets\/.*-[\w-]{8}\.\w+$/.test(path);

/** The path of a request, decoded; undefined when it is malformed or climbs. */
function requestedPath(url: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]!);
  } catch {
    return undefined;
  }
  if (!path.startsWith('/') || path.includes('\0') || path.includes('\\') || path.split('/').includes('..')) return undefined;
  return path.endsWith('/') ? `${path}index.html` : path;
}

async function answer(request: IncomingMessage, response: ServerResponse, root: string, packed: Map<string, Buffer>): Promise<void> {
  const refuse = (status: number, sentence: string): void => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...(status === 405 ? { allow: 'GET, HEAD' } : {}) });
    response.end(`${sentence}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD are served here.');
  const path = requestedPath(request.url ?? '/');
  if (path === undefined) return refuse(400, 'This address cannot be read.');

  // A link inside the folder must not lead out of it.
  const file = await realpath(join(root, path)).catch(() => undefined);
  const found = file?.startsWith(root + sep) ? await stat(file) : undefined;
  if (file === undefined || !found?.isFile()) return refuse(404, 'There is nothing at this address.');

  const type = MIME[extname(file).toLowerCase()] ?? 'application/octet-stream';
  const tag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
  response.setHeader('content-type', type);
  response.setHeader('cache-control', isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('etag', tag);
  response.setHeader('vary', 'accept-encoding');
  response.setHeader('x-content-type-options', 'nosniff');
  if (request.headers['if-none-match'] === tag) return void response.writeHead(304).end();

  const isText = /^text|json|svg|wasm/.test(type);
  if (isText && found.size > 1024 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
    const key = `${file} ${tag}`;
    const body = packed.get(key) ?? (await compress(await readFile(file)));
    packed.set(key, body);
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': body.length });
    return void response.end(request.method === 'HEAD' ? undefined : body);
  }
  response.writeHead(200, { 'content-length': found.size });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(file).on('error', () => response.destroy()).pipe(response);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/**
 * Starts serving. A port that is taken gives way to the next free one.
 *
 * @throws when the folder holds no index.html, or when no port can be had
 */
export async function serve({ port, host, root }: ServeOptions): Promise<Served> {
  const folder = await realpath(root).catch(() => undefined);
  if (folder === undefined || !(await stat(join(folder, 'index.html')).catch(() => undefined))) {
    throw new Error('The planner is not built yet: run "npm run build" first.');
  }
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    answer(request, response, folder, packed).catch(() => response.destroy());
  });
  for (let tried = 0; ; tried++) {
    try {
      await listen(server, port === 0 ? 0 : port + tried, host);
      break;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || tried + 1 >= PORTS_TRIED || port + tried >= 65_535) throw error;
    }
  }
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  const name = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' || host === '::1' ? 'localhost' : host;
  return {
    url: `http://${name}:${bound}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
