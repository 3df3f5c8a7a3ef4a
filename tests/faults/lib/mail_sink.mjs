// A mail server that keeps every message, and now and then breaks off after the final dot: what the sender cannot know
// is then whether its message was taken.
import net from 'node:net';

const encodedWord = /=\?utf-8\?([bq])\?([^?]*)\?=/gi;

const fromQuotedPrintable = (text) =>
  Buffer.from(
    text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

function decodedHeader(text) {
  const joined = text.replace(/\r\n[ \t]+/g, ' ').replace(/\?=\s+=\?/g, '?==?');
  return joined.replace(encodedWord, (_, how, word) =>
    how.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString('utf8') : fromQuotedPrintable(word.replaceAll('_', ' ')),
  );
}

function decodedBody(head, body) {
  if (/^content-transfer-encoding: *base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (/^content-transfer-encoding: *quoted-printable/im.test(head)) return fromQuotedPrintable(body);
  return Buffer.from(body, 'latin1').toString('utf8');
}

const partsOf = (source) => {
  const end = source.indexOf('\r\n\r\n');
  return { head: source.slice(0, end), body: source.slice(end + 4) };
};

/** What a reader sees who reads text only: the first part that is such. */
function readableBody(head, body) {
  const boundary = /^content-type: *multipart\/[^"]*boundary="([^"]+)"/im.exec(head.replace(/\r\n[ \t]+/g, ' '))?.[1];
  if (!boundary) return /^content-type:(?! *text\/plain)/im.test(head) ? '' : decodedBody(head, body);
  const parts = body.split(`--${boundary}`).slice(1, -1);
  return parts.map((part) => partsOf(part.replace(/^\r\n/, ''))).map((part) => readableBody(part.head, part.body)).find(Boolean) ?? '';
}

/** {id, to, text}: the name in its Message-ID, whom it went to, and all a reader sees of it. */
function letter(to, source) {
  const { head, body } = partsOf(source);
  const id = /^message-id: *<([^@>]+)/im.exec(head)?.[1] ?? '';
  return { id, to, text: `${decodedHeader(head)}\n${readableBody(head, body)}` };
}

export class MailSink {
  letters = []; // every message that was taken, as often as it was
  cut = new Set(); // the names of those that got no answer, taken or not
  #sockets = new Set();

  /** Of a hundred messages that come for the first time, `percent` get no answer; half of them are taken all the same. */
  constructor(percent) {
    this.percent = percent;
    this.server = net.createServer((socket) => this.#serve(socket));
  }

  async listen() {
    await new Promise((done) => this.server.listen(0, '127.0.0.1', done));
    this.port = this.server.address().port;
  }

  close() {
    this.server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #serve(socket) {
    const session = { said: '', to: '', inData: false };
    this.#sockets.add(socket);
    socket.setEncoding('latin1').setNoDelay(true);
    socket.on('error', () => {});
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('data', (text) => this.#hear(socket, session, text));
    socket.write('220 sink\r\n');
  }

  #hear(socket, session, text) {
    session.said += text;
    for (;;) {
      const mark = session.inData ? '\r\n.\r\n' : '\r\n';
      const end = session.said.indexOf(mark);
      if (end < 0) return;
      const piece = session.said.slice(0, end);
      session.said = session.said.slice(end + mark.length);
      if (session.inData) this.#take(socket, session, piece);
      else this.#answer(socket, session, piece);
      if (socket.destroyed) return;
    }
  }

  #answer(socket, session, line) {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'RCPT') session.to = /<([^>]*)>/.exec(line)[1];
    session.inData = verb === 'DATA';
    if (verb === 'QUIT') return socket.end('221 bye\r\n');
    socket.write(session.inData ? '354 go on\r\n' : '250 ok\r\n');
  }

  #take(socket, session, source) {
    session.inData = false;
    const message = letter(session.to, source.replace(/^\.\./gm, '.'));
    const breaksOff = !this.cut.has(message.id) && Math.random() * 100 < this.percent;
    if (breaksOff) this.cut.add(message.id);
    if (!breaksOff || Math.random() < 0.5) this.letters.push(message);
    if (breaksOff) socket.destroy();
    else socket.write('250 taken\r\n');
  }
}
