// Prints "passed failed skipped" of a test report, or nothing when there is none (the program died before writing it).
//   node bin/lib/count-report.mjs gtest|vitest FILE
import { readFileSync } from 'node:fs';

const readers = {
  gtest(report) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const test of report.testsuites.flatMap((suite) => suite.testsuite)) {
      if (test.failures) counts.failed += 1;
      else if (test.result === 'SKIPPED' || test.status === 'NOTRUN') counts.skipped += 1;
      else counts.passed += 1;
    }
    return counts;
  },
  // A file that does not even load has no tests that could fail: the file itself counts.
  vitest(report) {
    const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    };
  },
};

const [kind, file] = process.argv.slice(2);
try {
  const { passed, failed, skipped } = readers[kind](JSON.parse(readFileSync(file, 'utf8')));
  console.log(passed, failed, skipped);
} catch (problem) {
  console.error(`no readable report in ${file}: ${problem.message}`);
}
