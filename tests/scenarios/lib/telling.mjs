// Plays the steps of a story against an installation. A step that does not hold throws an Unkept with what was said last.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { parsed } from './http.mjs';
import { comparisons, fill, inJson, isPath, lookUp, qualities, valueOf } from './values.mjs';

const patience = 10_000;
const tests = new URL('../../', import.meta.url).pathname;
const plain = (text) => text;
const shown = (value) => inspect(value, { depth: 6, breakLength: 160, maxStringLength: 600, maxArrayLength: 20 });

export class Unkept extends Error {}

export class Telling {
  constructor(installation) {
    this.installation = installation;
    this.speaker = 'nobody';
    this.headers = {};
    this.scope = { golden: join(tests, 'golden'), home: installation.home, data: installation.data, ...installation.facts };
    for (const [name, person] of installation.people) this.scope[name] = Object.assign(new String(person.id), person);
    this.last = 'nothing was asked yet';
  }

  async tell(steps) {
    for (const step of steps) {
      try {
        await this[step.kind](...step.words);
        if (!step.judged) this.mustHaveSucceeded(step.kind);
      } catch (error) {
        throw new Unkept(`line ${step.line}: ${step.text}\n${error instanceof Unkept ? error.message : error.stack}\n${this.last}`);
      }
    }
  }

  mustHaveSucceeded(kind) {
    const { status, exit } = this.scope;
    if ((kind === 'request' || kind === 'walk') && (status < 200 || status > 299)) throw new Unkept(`expected it to succeed, got ${status}`);
    if (kind === 'run' && exit !== 0) throw new Unkept(`expected it to succeed, ended with ${exit}`);
  }

  async person(name, login, number, department, role, more) {
    const options = Object.fromEntries([...more.matchAll(/ (under|phone|email) (\S+)/g)].map(([, key, value]) => [key === 'under' ? 'supervisor' : key, value]));
    await this.installation.addPerson({ name, login, number, department, role, ...options });
    const person = this.installation.people.get(name);
    this.scope[name] = Object.assign(new String(person.id), person);
  }

  as(speaker) {
    this.speaker = speaker;
  }

  with(name, value) {
    this.headers[name.toLowerCase()] = fill(this.scope, value, plain);
  }

  identity() {
    if (this.speaker === 'nobody') return {};
    const [how, secret] = this.speaker.split(/ (.+)/);
    if (how === 'cookie') return { cookie: fill(this.scope, secret, plain).split(';')[0] };
    if (how === 'token') return { authorization: `Bearer ${fill(this.scope, secret, plain)}` };
    const person = this.installation.people.get(this.speaker);
    if (!person) throw new Unkept(`nobody here is called ${this.speaker}`);
    return { authorization: `Bearer ${person.token}` };
  }

  content(source, json) {
    if (json !== undefined) return fill(this.scope, json, inJson);
    if (source === undefined) return undefined;
    const [how, what] = source.split(/ (.+)/s);
    if (how === 'file') return readFileSync(resolve(this.installation.home, fill(this.scope, what, plain)));
    if (how === 'hex') return Buffer.from(what, 'hex');
    if (how === 'text') return fill(this.scope, JSON.parse(what), plain);
    const [, piece, times] = /^"(.*)" (\d+)$/.exec(what);
    return piece.repeat(Number(times));
  }

  async send(method, path, body) {
    const headers = { ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}), ...this.identity(), ...this.headers };
    const answer = await this.installation.request(method, path, { headers, body });
    this.last = `${method} ${path} as ${this.speaker} → ${answer.status} ${answer.text.slice(0, 1200)}`;
    Object.assign(this.scope, { status: answer.status, header: answer.headers, body: parsed(answer.text), text: answer.text });
    if (answer.status === 500) throw new Unkept('the server broke');
  }

  async request(times, method, path, source, json) {
    for (let n = 1; n <= Number(times ?? 1); n += 1) {
      this.scope.n = n;
      const [filled, body] = [fill(this.scope, path, encodeURIComponent), this.content(source, json)];
      this.repeat = () => this.send(method, filled, body);
      await this.repeat();
    }
    this.headers = {};
  }

  /** All pages of a list as one: body.items has every line, body.pages says how many pages there were. */
  async walk(path) {
    const items = [];
    let pages = 0;
    path = fill(this.scope, path, encodeURIComponent);
    for (let after = ''; after !== null; after = this.scope.body.next ?? null) {
      if ((pages += 1) > 500) throw new Unkept('the pages have no end');
      await this.send('GET', after ? `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(after)}` : path);
      if (this.scope.status !== 200) return;
      items.push(...this.scope.body.items);
    }
    this.scope.body = { items, pages };
    this.headers = {};
  }

  async run(program, words) {
    const args = [...words.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) => fill(this.scope, quoted?.replace(/\\(.)/g, '$1') ?? bare, plain));
    this.repeat = async () => {
      const { exit, out, err } = await this.installation.run(program, args);
      this.last = `${program} ${args.join(' ')} → exit ${exit}\n${out.slice(0, 1200)}${err.slice(0, 1200)}`;
      Object.assign(this.scope, { exit, out, err, json: parsed(out), problem: parsed(err) });
    };
    await this.repeat();
  }

  async server(what) {
    if (what === 'stop') {
      const exit = await this.installation.stop();
      if (exit !== 0) throw new Unkept(`the server ended with ${exit}${this.installation.log()}`);
    } else await this.installation[what]();
  }

  /** Asks again until it holds. */
  async wait(expectation) {
    for (const deadline = Date.now() + patience; ; await new Promise((later) => setTimeout(later, 50))) {
      try {
        return this.expect(expectation);
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
      await this.repeat();
    }
  }

  status(...wanted) {
    if (!wanted.includes(String(this.scope.status))) throw new Unkept(`got ${this.scope.status}`);
  }

  exit(wanted) {
    if (this.scope.exit !== Number(wanted)) throw new Unkept(`ended with ${this.scope.exit}`);
  }

  code(wanted) {
    if (this.scope.body?.code !== wanted) throw new Unkept(`got the code ${this.scope.body?.code}`);
  }

  expect(expectation) {
    for (const [words, holds] of Object.entries(qualities)) {
      if (!expectation.endsWith(` ${words}`)) continue;
      const value = lookUp(this.scope, expectation.slice(0, -words.length - 1));
      if (!holds(value)) throw new Unkept(`got ${shown(value)}`);
      return;
    }
    const found = /^(.+?)\s+(=|!=|<=|>=|<|>|contains|lacks|matches)\s+(.+)$/s.exec(expectation);
    if (!found || !isPath(found[1])) throw new Unkept('cannot read this expectation');
    const [, path, word, text] = found;
    const value = lookUp(this.scope, path);
    const wanted = word === 'matches' ? fill(this.scope, text, plain) : valueOf(this.scope, text);
    if (!comparisons[word](value, wanted)) throw new Unkept(`got ${shown(value)}${text === shown(wanted) ? '' : `\nnot ${shown(wanted)}`}`);
  }

  let(name, text) {
    const [, address] = /^end of (.+)$/.exec(text) ?? [];
    if (address) return void (this.scope[name] = String(lookUp(this.scope, address)).split('/').at(-1));
    const value = isPath(text) ? lookUp(this.scope, text) : text.startsWith('"') || text.startsWith('[') ? valueOf(this.scope, text) : fill(this.scope, text, plain);
    if (value === undefined) throw new Unkept(`there is no ${text}`);
    this.scope[name] = value;
  }
}
