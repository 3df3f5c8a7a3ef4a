// One line per test while they run, the counts as the last line: "N passed, N failed, N skipped".
const marks = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' };

export class Report {
  counts = { passed: 0, failed: 0, skipped: 0 };

  /** `detail` says why a test failed or was skipped, or what it measured. */
  tell(outcome, name, detail = '') {
    this.counts[outcome] += 1;
    const [first, ...rest] = detail.split('\n');
    const inline = outcome !== 'failed' && rest.length === 0;
    console.log(`${marks[outcome]}  ${name}${inline && first ? `  (${first})` : ''}`);
    if (!inline) for (const line of [first, ...rest]) console.log(`      ${line}`);
  }

  /** The exit code of the run. Nothing run at all is no success. */
  end() {
    const { passed, failed, skipped } = this.counts;
    if (passed + failed + skipped === 0) console.log('No test has such a name.');
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    return failed > 0 || passed + failed + skipped === 0 ? 1 : 0;
  }
}

/** Works through the list, `width` at a time. */
export async function inParallel(width, list, work) {
  const waiting = [...list];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
