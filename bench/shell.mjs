// Running programs and waiting.

import { spawn, spawnSync } from 'node:child_process';

export const sleep = ms => new Promise(done => setTimeout(done, ms));

/// What a program printed; a failure throws with what it complained about.
export function output(program, words, options = {}) {
  const run = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`${program} ${words[0] ?? ''} ended with ${run.status ?? run.signal}:\n${run.stderr.slice(-2000) || run.stdout.slice(-2000)}`);
  return run.stdout;
}

/// The same without blocking: for what runs while others are watched.
export function running(program, words, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let printed = '', complained = '';
    child.stdout.on('data', data => (printed += data));
    child.stderr.on('data', data => (complained += data));
    child.on('error', fail);
    child.on('close', status => (status === 0 ? done(printed) : fail(new Error(`${program} ended with ${status}:\n${(complained || printed).slice(-2000)}`))));
  });
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
