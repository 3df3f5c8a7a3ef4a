// Serves the pages of a folder in front of a server, so that fresh pages can be tried without building the binary again:
// files from the folder, everything else, and the headers every page has, from the server.
import { existsSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json' };

function fileFor(folder, url) {
  const path = normalize(new URL(url, 'http://localhost').pathname);
  if (/^\/(api|healthz|readyz|metrics)(\/|$)/.test(path)) return undefined;
  const file = join(folder, path);
  if (existsSync(file) && statSync(file).isFile()) return file;
  return extname(path) === '' ? join(folder, 'index.html') : undefined;
}

/** Answers the port and a function that ends it. */
export function servePages(folder, serverPort) {
  const gate = http.createServer((request, response) => {
    const file = fileFor(folder, request.url);
    const path = file ? '/sign-in' : request.url;
    const behind = http.request({ host: '127.0.0.1', port: serverPort, method: request.method, path, headers: file ? {} : request.headers }, (answer) => {
      if (!file) return answer.pipe(response.writeHead(answer.statusCode, answer.rawHeaders));
      answer.resume();
      const { 'content-length': _length, etag: _tag, 'content-encoding': _encoding, ...headers } = answer.headers;
      response.writeHead(200, { ...headers, 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
    });
    behind.on('error', () => response.destroy());
    response.on('close', () => behind.destroy());
    request.pipe(behind);
  });
  return new Promise((ready) => gate.listen(0, '127.0.0.1', () => ready({ port: gate.address().port, close: () => (gate.closeAllConnections(), gate.close()) })));
}
