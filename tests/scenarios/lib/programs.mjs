import { execFile } from 'node:child_process';

/** Runs a program to its end; never throws because of what the program says. */
export function execute(program, args, { cwd, env, input } = {}) {
  return new Promise((done, fail) => {
    const child = execFile(program, args, { cwd, env, maxBuffer: 256 << 20, timeout: 120_000 }, (error, out, err) => {
      if (error && typeof error.code !== 'number') fail(new Error(`${program} ${args.join(' ')}: ${error.message}\n${err}`));
      else done({ exit: error ? error.code : 0, out, err });
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
