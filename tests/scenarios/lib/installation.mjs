// One installation of the product under test: a data directory, a database, the command line and the server.
// Nothing here looks inside the product: only its binary, its exit codes and its addresses.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copyDatabase, databaseUrl, dropDatabase, psql } from './postgres.mjs';
import { execute } from './programs.mjs';
import { send } from './http.mjs';

export const binary = resolve(process.env.ZHIXING_BINARY ?? new URL('../../../build/zhixing', import.meta.url).pathname);

const startDeadline = 60_000;
const stopDeadline = 30_000;

function environment(settings) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('ZHIXING_'));
  return { ...Object.fromEntries(inherited), LC_ALL: 'C.UTF-8', ...settings };
}

const standing = new Set();

/** However the run ends, no server and no data stays behind. */
process.on('exit', () => {
  for (const { server, home } of standing) {
    server?.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  }
});
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

export class Installation {
  /** `engine` is sqlite or postgres; `name` names the PostgreSQL database. */
  constructor(engine, name) {
    this.engine = engine;
    this.home = mkdtempSync(join(tmpdir(), 'zx-'));
    standing.add(this);
    this.data = join(this.home, 'data');
    this.database = engine === 'postgres' ? `zx_${process.pid}_${name}` : null;
    this.people = new Map();
    this.facts = {};
    this.server = null;
    this.port = 0;
    this.launcher = []; // what runs the server instead of the shell: a command that takes the server's as its last arguments
    this.env = environment({
      ZHIXING_DATA_DIRECTORY: this.data,
      ZHIXING_SERVER_REQUESTS_PER_MINUTE: '0', // stories ask faster than people
      ...(this.database ? { ZHIXING_DATABASE_URL: databaseUrl(this.database) } : {}),
    });
  }

  get databaseFile() {
    return join(this.data, 'zhixing.db');
  }

  /** A copy of this stopped installation that knows the same people. */
  async copy(name) {
    const copy = new Installation(this.engine, name);
    cpSync(this.data, copy.data, { recursive: true });
    if (copy.database) await copyDatabase(this.database, copy.database);
    copy.people = new Map(this.people);
    copy.facts = { ...this.facts };
    return copy;
  }

  /** `sql` is a statement to the database itself, behind the product's back. */
  run(program, args, options = {}) {
    if (program === 'sql') return this.database ? psql(this.database, ...args) : execute('sqlite3', [this.databaseFile, ...args]);
    return execute(program === 'zhixing' ? binary : program, args, { cwd: this.home, env: this.env, ...options });
  }

  async zhixing(...args) {
    const result = await this.run('zhixing', args);
    if (result.exit !== 0) throw new Error(`zhixing ${args.join(' ')} ended with ${result.exit}: ${result.err || result.out}`);
    return result.out;
  }

  /** The organization and nothing else. */
  async init() {
    if (this.database) await copyDatabase('template1', this.database);
    const made = JSON.parse(await this.zhixing('init', '--organization', '和谐物业', '--json'));
    this.facts.setup_token = made.setup_path.split('/').at(-1);
  }

  /** A person with an account and a token, as an administrator makes them on the command line. */
  async addPerson(person) {
    const options = Object.entries(person).flatMap(([name, value]) => [`--${name}`, value]);
    const added = JSON.parse(await this.zhixing('user', 'add', ...options, '--json'));
    const made = JSON.parse(await this.zhixing('token', 'create', '--login', person.login, '--name', 'story', '--json'));
    const setup_token = added.setup_path.split('/').at(-1);
    this.people.set(person.name, { id: added.employee_id, login: person.login, number: person.number, token: made.token, setup_token });
  }

  async start(...options) {
    if (this.server) throw new Error('the server is running already');
    const log = openSync(join(this.home, 'serve.log'), 'a');
    const [program, ...args] = [...this.launcher, binary, 'serve', '--port', '0', ...options];
    const server = spawn(program, args, { cwd: this.home, env: this.env, stdio: ['ignore', 'pipe', log] });
    server.ended = new Promise((done) => server.on('exit', (code, signal) => done({ code, signal })));
    this.port = await this.#addressOf(server);
    this.server = server;
  }

  #addressOf(server) {
    return new Promise((found, fail) => {
      let said = '';
      const giveUp = (why) => fail(new Error(`the server ${why}: ${said}${this.log()}`));
      const timer = setTimeout(() => (server.kill('SIGKILL'), giveUp('did not start in time')), startDeadline);
      server.ended.then(({ code, signal }) => (clearTimeout(timer), giveUp(`ended at once (${signal ?? code})`)));
      server.stdout.on('data', (text) => {
        said += text;
        const address = /https?:\/\/[^\s:]+:(\d+)/.exec(said);
        if (!address) return;
        clearTimeout(timer);
        found(Number(address[1]));
      });
    });
  }

  /** Ends it as an operator does; answers the exit code. */
  async stop() {
    if (!this.server) return 0;
    const server = this.server;
    this.server = null;
    server.kill('SIGTERM');
    const timer = setTimeout(() => server.kill('SIGKILL'), stopDeadline);
    const { code, signal } = await server.ended;
    clearTimeout(timer);
    return signal ?? code;
  }

  /** Ends it as a power cut does. */
  async kill() {
    const server = this.server;
    this.server = null;
    server.kill('SIGKILL');
    await server.ended;
  }

  request(method, path, { as, headers, body } = {}) {
    const token = as && this.people.get(as)?.token;
    if (as && !token) throw new Error(`nobody here is called ${as}`);
    return send(this.port, { method, path, headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers }, body });
  }

  log(lines = 15) {
    const text = readFileSync(join(this.home, 'serve.log'), 'utf8').trimEnd();
    return text ? `\n${text.split('\n').slice(-lines).join('\n')}` : '';
  }

  /** Stops, and leaves everything for somebody to look at. */
  async abandon() {
    await this.stop();
    standing.delete(this);
  }

  /** Everything goes, whatever state it is in. */
  async remove() {
    if (this.server) await this.kill();
    if (this.database) await dropDatabase(this.database);
    rmSync(this.home, { recursive: true, force: true });
    standing.delete(this);
  }
}
