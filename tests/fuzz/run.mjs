// node tests/fuzz/run.mjs [--seconds N] [--seed N] [target…]
//
// Builds the programs in targets/ into build-fuzz/ and lets libFuzzer feed them N seconds in all (default 30), as many at a time as there
// are processors. An input that crashes one, hangs it or breaks a sentence that must hold is kept in build/test-logs/fuzz:
//
//   build-fuzz/<target> build/test-logs/fuzz/<target>-crash-…      # the same again
//
// Inputs that reached new code stay in build-fuzz/corpus, so a later run goes on from there.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inParallel, Report } from '../scenarios/lib/report.mjs';

const root = resolve(import.meta.dirname, '../..');
const build = `${root}/build-fuzz`;
const finds = `${root}/build/test-logs/fuzz`;
const compiler = process.env.ZHIXING_FUZZ_COMPILER ?? 'clang++';

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '30' }, seed: { type: 'string', default: String(1 + Math.floor(Math.random() * 1e9)) } },
});
const all = readdirSync(`${import.meta.dirname}/targets`)
  .filter((file) => file.endsWith('.cpp'))
  .map((file) => file.replace('.cpp', ''))
  .sort();
const targets = all.filter((target) => names.length === 0 || names.some((wanted) => target.includes(wanted)));
const width = availableParallelism();
const seconds = Math.max(1, Math.round((Number(options.seconds) * Math.min(width, targets.length)) / targets.length));
const report = new Report();

/** Why nothing can run here, or nothing. */
function obstacle() {
  const probe = ['-x', 'c++', '-fsanitize=fuzzer,address', '-o', '/dev/null', '-'];
  const { error, status, stderr } = spawnSync(compiler, probe, { input: 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }', encoding: 'utf8' });
  if (error) return `${compiler} is not installed (Debian: clang)`;
  if (status !== 0) return `${compiler} cannot link libFuzzer (Debian: libclang-rt-14-dev): ${stderr.trim().split('\n').pop()}`;
  return null;
}

function buildTargets() {
  const configured = spawnSync('cmake', ['-S', import.meta.dirname, '-B', build, '-G', 'Ninja', `-DCMAKE_CXX_COMPILER=${compiler}`], { encoding: 'utf8' });
  const built = configured.status === 0 ? spawnSync('ninja', ['-C', build, ...targets], { encoding: 'utf8', maxBuffer: 64 << 20 }) : configured;
  if (built.status !== 0) throw new Error(`the targets do not build:\n${built.stdout}${built.stderr}`);
}

function feed(target) {
  const corpus = `${build}/corpus/${target}`;
  mkdirSync(corpus, { recursive: true });
  const limits = [`-max_total_time=${seconds}`, `-seed=${options.seed}`, '-timeout=20', '-rss_limit_mb=1024', '-max_len=8192'];
  const program = spawn(`${build}/${target}`, [...limits, `-artifact_prefix=${finds}/${target}-`, '-print_final_stats=1', corpus, `${import.meta.dirname}/corpus/${target}`], {
    // Leaks are looked for by the unit tests (bin/test --sanitize address unit); here it would need rights a container may not have.
    env: { ...process.env, ASAN_OPTIONS: 'detect_leaks=0', UBSAN_OPTIONS: 'print_stacktrace=1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  program.stderr.on('data', (piece) => (said = (said + piece).slice(-20_000)));
  return new Promise((done) => program.on('close', (status, signal) => done({ good: status === 0, said, ended: signal ?? status })));
}

async function test(target) {
  const { good, said, ended } = await feed(target);
  if (good) {
    const runs = /stat::number_of_executed_units: (\d+)/.exec(said)?.[1] ?? '?';
    return report.tell('passed', target, `${runs} inputs in ${seconds} s`);
  }
  const from = Math.max(0, said.search(/^(does not hold|==\d+==ERROR|.*runtime error|==\d+== ERROR)/m));
  report.tell('failed', target, `ended with ${ended}; seed ${options.seed}\n${said.slice(from, from + 4000)}`);
}

const why = obstacle();
if (why) {
  for (const target of targets) report.tell('skipped', target, why);
} else {
  mkdirSync(finds, { recursive: true });
  buildTargets();
  await inParallel(width, targets, test);
}
process.exit(report.end());
