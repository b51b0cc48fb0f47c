/**
 * The web of the tests: one server that answers under every host name. Chromium resolves all names to it; Firefox has
 * it for its proxy.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import { PAGES } from './paths.ts';

/** Types of what is served, by the ending of its path; what has another is HTML. */
const TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/** A running server. */
export interface Site {
  port: number;
  /**
   * Serves a page at a path, under every host, in place of a file of that name. The path's ending tells its type.
   * @param policy its content security policy; none by default
   */
  serve(pathname: string, html: string, policy?: string): void;
  close(): Promise<void>;
}

/** Starts a server on a free port. It serves the files of `tests/fixtures/pages`, and what it is given. */
export async function startSite(): Promise<Site> {
  const given = new Map<string, { html: string; policy: string | undefined }>();

  const fileAt = async (pathname: string): Promise<string | undefined> => {
    if (path.extname(pathname) !== '.html') return undefined;
    try {
      return await readFile(path.join(PAGES, path.basename(pathname)), 'utf8');
    } catch {
      return undefined;
    }
  };

  const answer = async ({ url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A proxy is asked for whole addresses, a server for paths.
    const { pathname } = new URL(url, 'http://any.invalid');
    const { html, policy } = given.get(pathname) ?? { html: await fileAt(pathname), policy: undefined };
    response.writeHead(html === undefined ? 404 : 200, {
      'content-type': TYPES[path.extname(pathname)] ?? 'text/html; charset=utf-8',
      // Asked for anew each time, and yet kept for the way back.
      'cache-control': 'no-cache',
      ...(policy !== undefined && { 'content-security-policy': policy }),
    });
    response.end(html ?? '');
  };

  const server = createServer((request, response) => void answer(request, response));
  // Pages of the real web ask for https; there is none here, and the browser is told so at once.
  server.on('connect', (_request, socket: Socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    serve: (pathname, html, policy) => void given.set(pathname, { html, policy }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
