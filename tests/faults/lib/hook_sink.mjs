// A program that listens to a signed webhook, checks the signature, and now and then hangs up without an answer.
import http from 'node:http';
import { createHmac } from 'node:crypto';

export class HookSink {
  calls = []; // {id, body}: what came rightly signed, as often as it did
  cut = new Set();
  forged = 0;

  /** Of a hundred calls that come for the first time, `percent` get no answer. */
  constructor(percent, secret) {
    this.percent = percent;
    this.secret = secret;
    this.server = http.createServer((request, answer) => this.#hear(request, answer));
  }

  async listen() {
    await new Promise((done) => this.server.listen(0, '127.0.0.1', done));
    this.port = this.server.address().port;
  }

  close() {
    this.server.close();
    this.server.closeAllConnections();
  }

  #hear(request, answer) {
    const chunks = [];
    request.on('error', () => {});
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => this.#take(request, answer, Buffer.concat(chunks)));
  }

  #take({ headers, socket }, answer, bytes) {
    const id = headers['x-zhixing-delivery'];
    const signature = createHmac('sha256', this.secret).update(`${headers['x-zhixing-timestamp']}.`).update(bytes).digest('hex');
    if (headers['x-zhixing-signature'] === `v1=${signature}`) this.calls.push({ id, body: JSON.parse(bytes.toString('utf8')) });
    else this.forged += 1;
    const breaksOff = !this.cut.has(id) && Math.random() * 100 < this.percent;
    if (breaksOff) this.cut.add(id);
    if (breaksOff) socket.destroy();
    else answer.writeHead(204).end();
  }
}
