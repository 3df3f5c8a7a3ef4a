// The product as its users run it: one process, its command line and its HTTP interface.

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { people, rowsPerSheet, sheet } from './company.mjs';
import { output, sleep } from './shell.mjs';

const binary = process.env.BENCH_PROGRAM;

/// A data directory, on PostgreSQL together with a database.
export class Product {
  constructor(folder, database = '') {
    this.folder = folder;
    this.where = ['--data', folder, ...(database ? ['--database', database] : [])];
  }

  command(...words) {
    return output(binary, [...words, ...this.where]);
  }

  /// Organization, people, then the sheets through the import that users have. Returns its seconds.
  load(items) {
    mkdirSync(this.folder, { recursive: true });
    this.command('init', '--organization', '测量');
    for (const { number, login, name, department, role } of people()) {
      this.command('user', 'add', '--login', login, '--name', name, '--number', number, '--department', department, '--role', role);
    }
    let seconds = 0;
    for (let first = 0; first < items; first += rowsPerSheet) seconds += this.import(first, Math.min(rowsPerSheet, items - first));
    return seconds;
  }

  import(first, rows) {
    const file = join(this.folder, 'sheet.csv');
    writeFileSync(file, sheet(first, rows));
    const start = performance.now();
    const report = JSON.parse(this.command('import', 'follow-up-sheet', file, '--json'));
    if (report.items !== rows) throw new Error(`the import took ${report.items} of ${rows} rows: ${JSON.stringify(report.errors.slice(0, 3))}`);
    return (performance.now() - start) / 1000;
  }

  token(login) {
    return this.command('token', 'create', '--login', login).trim();
  }

  async start(options = '') {
    const port = await freePort();
    const words = options ? this.where.map(word => (word.startsWith('postgres') ? word + options : word)) : this.where;
    const began = performance.now();
    const child = spawn(binary, ['serve', ...words, '--port', String(port)], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ZHIXING_SERVER_REQUESTS_PER_MINUTE: '0' }, // few people ask for many
    });
    const server = new Server(child, port);
    await server.untilReady();
    server.startSeconds = (performance.now() - began) / 1000;
    return server;
  }
}

export class Server {
  constructor(child, port) {
    this.child = child;
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.complaints = '';
    child.stderr.on('data', data => (this.complaints = (this.complaints + data).slice(-4000)));
    this.ended = new Promise(done => child.on('exit', done));
    process.on('exit', this.endWithUs = () => child.kill('SIGKILL'));
  }

  async untilReady() {
    for (const patience = performance.now() + 60_000; performance.now() < patience; await sleep(1)) {
      if (this.child.exitCode !== null) throw new Error(`the server ended:\n${this.complaints}`);
      if ((await this.get('/readyz').catch(() => null))?.status === 200) return;
    }
    throw new Error(`the server did not become ready:\n${this.complaints}`);
  }

  get(path, token = '') {
    return new Promise((done, fail) => {
      const headers = token ? { authorization: `Bearer ${token}` } : {};
      http.get(this.url + path, { headers, agent: false }, answer => {
        let body = '';
        answer.setEncoding('utf8').on('data', data => (body += data)).on('end', () => done({ status: answer.statusCode, body }));
      }).on('error', fail);
    });
  }

  async json(path, token) {
    const answer = await this.get(path, token);
    if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}: ${answer.body.slice(0, 500)}`);
    return JSON.parse(answer.body);
  }

  /// Resident memory in MiB.
  memory() {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))[1]) / 1024;
  }

  async stop() {
    this.child.kill('SIGTERM');
    await this.ended;
    process.off('exit', this.endWithUs);
  }
}

function freePort() {
  return new Promise(done => {
    const listening = createServer().listen(0, '127.0.0.1', () => {
      const { port } = listening.address();
      listening.close(() => done(port));
    });
  });
}
