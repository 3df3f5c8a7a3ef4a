// Plain HTTP/1.1 to the server under test.
import http from 'node:http';

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
const patience = 30_000;

/** Chinese and blanks may stand in a path as a person writes them; what is escaped already stays. */
function escaped(path) {
  return path.replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
}

/** Answers {status, headers, bytes, text}; `text` is the body as UTF-8. Rejects when no whole answer came. */
export function send(port, { method, path, headers = {}, body, through = agent }) {
  return new Promise((done, fail) => {
    const content = body === undefined ? undefined : Buffer.from(body);
    const length = content || ['POST', 'PUT', 'PATCH'].includes(method) ? { 'content-length': content?.length ?? 0 } : {};
    const request = http.request({ host: '127.0.0.1', port, method, path: escaped(path), headers: { ...length, ...headers }, agent: through, timeout: patience });
    let answered = false;
    request.on('timeout', () => request.destroy(new Error(`no answer in ${patience / 1000} s`)));
    request.on('error', (error) => answered || fail(Object.assign(error, { message: `${method} ${path}: ${error.message}` })));
    request.on('response', (response) => {
      answered = true;
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', fail);
      response.on('aborted', () => fail(new Error(`${method} ${path}: the answer broke off`)));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        done({ status: response.statusCode, headers: response.headers, bytes, text: bytes.toString('utf8') });
      });
    });
    request.end(content);
  });
}

export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
