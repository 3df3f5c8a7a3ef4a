// Open pages: they listen at the event stream.
import http from 'node:http';

/** Answers what is heard on the stream, growing: {status, type, text, close}. */
export function listen(installation, headers) {
  return new Promise((done, fail) => {
    const request = http.get({ host: '127.0.0.1', port: installation.port, path: '/api/v1/stream', headers }, (response) => {
      const heard = { status: response.statusCode, type: response.headers['content-type'], text: '', close: () => request.destroy() };
      response.on('data', (chunk) => (heard.text += chunk));
      response.on('error', () => {});
      done(heard);
    });
    request.on('error', fail);
  });
}

export async function until(holds, what) {
  for (const deadline = Date.now() + 10_000; !(await holds()); await new Promise((later) => setTimeout(later, 20))) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
  }
}
