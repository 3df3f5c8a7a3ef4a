// The table: on the terminal line by line as it comes to be, and whole in a file.

import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, totalmem } from 'node:os';
import { dirname } from 'node:path';

import { followUpsPerItem } from './company.mjs';
import { median } from './shell.mjs';

const number = value => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3));
const columns = [40, 12, 9, 9, 13, 8, 0];

export class Report {
  constructor(size) {
    this.lines = [];
    this.warnings = 0;
    this.say(`Zhixing, measured ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC with data of ${size.items.toLocaleString('en')} items and ` +
      `${(size.items * followUpsPerItem).toLocaleString('en')} follow-ups`);
    this.say(`${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; the load generator, the server and the database share them. ` +
      `Load of others before the start: ${loadavg()[0].toFixed(1)}`);
    this.say(`${size.connections} connections unless said otherwise, medians of ${size.rounds} rounds of up to ${size.seconds} s, product and reference taking turns`);
  }

  say(line) {
    this.lines.push(line);
    process.stdout.write(line + '\n');
  }

  row(...cells) {
    this.say(cells.map((cell, i) => (i === 0 || i === 6 ? cell.padEnd(columns[i]) : cell.padStart(columns[i]))).join(' ').trimEnd());
  }

  section(engine) {
    this.say('');
    this.say(engine === 'sqlite' ? 'SQLite (synchronous=FULL); reference: a plain loop of single transactions with the same SQL, one thread, no HTTP'
      : 'PostgreSQL 15 (fsync on); reference: pgbench -c16 -j2 -M prepared with the same SQL, no HTTP');
    this.row('', 'per second', 'p50 ms', 'p99 ms', 'reference/s', 'ratio', '');
  }

  value(name, value, unit, more = '') {
    this.row(name, `${number(value)} ${unit}`, '', '', '', '', more);
  }

  /// Ratios are taken round by round: what slows the machine down slows both.
  load(name, ours, theirs, pipelined) {
    const of = (runs, key) => median(runs.map(run => run[key]));
    const ratio = reference => median(ours.map((run, i) => run.perSecond / reference[i].perSecond)).toFixed(2);
    const cells = [number(of(ours, 'perSecond')), number(of(ours, 'p50')), number(of(ours, 'p99'))];
    this.row(name, ...cells, ...(theirs.length ? [number(of(theirs, 'perSecond')), ratio(theirs)] : ['', '']), this.trouble(ours));
    if (pipelined.length) this.row('  … reference with pipelined statements', '', '', '', number(of(pipelined, 'perSecond')), ratio(pipelined), '');
  }

  trouble(runs) {
    const sum = key => runs.reduce((total, run) => total + run[key], 0);
    const refused = sum('refused'), broken = sum('broken');
    if (refused + broken === 0) return '';
    this.warnings += 1;
    return `WARNING: ${refused} answers were not 2xx, ${broken} connections broke`;
  }

  warn(texts) {
    for (const text of texts) this.say(`WARNING: ${text}`);
    this.warnings += texts.length;
  }

  finish(path) {
    this.say('');
    this.say(this.warnings ? `${this.warnings} warnings, see above` : 'No request was refused; no page reads a growing table from end to end on either engine.');
    this.say(`Load of others and ours at the end: ${loadavg()[0].toFixed(1)}`);
    if (!path) return;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, this.lines.join('\n') + '\n');
    process.stdout.write(`Kept in ${path}\n`);
  }
}
