// node tests/faults/run.mjs [--size REMINDERS] [name…]
//
// Ends processes in the middle of their work and looks whether every promise was kept. Prints what it measured;
// facts decide, and of times only the promised one: how soon it serves again after a kill (crashes.mjs).
import { Installation } from '../scenarios/lib/installation.mjs';
import { postgres } from '../scenarios/lib/postgres.mjs';
import { Report } from '../scenarios/lib/report.mjs';
import * as crashes from './crashes.mjs';
import * as stopping from './stopping.mjs';
import * as neighbours from './neighbours.mjs';
import { everyReminderComesOnce } from './reminders.mjs';
import { aFullDiskLosesNothing, canMount } from './full_disk.mjs';

const everybody = [
  { name: '张三', login: 'zhang', number: 'E001', department: '工程部', role: 'staff' },
  { name: '李明', login: 'liming', number: 'E002', department: '工程部', role: 'department_head' },
  { name: '韩磊', login: 'han', number: 'E003', department: '审计部', role: 'auditor' },
];

const names = process.argv.slice(2);
const sizeAt = names.indexOf('--size');
const size = sizeAt < 0 ? null : Number(names.splice(sizeAt, 2)[1]);

const tests = [
  ['the checker notices a lost follow-up', 'sqlite', crashes.theCheckerNoticesALoss],
  ['an acknowledged follow-up survives kill -9', 'sqlite', (installation) => crashes.nothingAcknowledgedIsLost(installation, 20)],
  ['an acknowledged follow-up survives kill -9', 'postgres', (installation) => crashes.nothingAcknowledgedIsLost(installation, 5)],
  ['a stop answers what it accepted', 'sqlite', stopping.nothingAcceptedIsLost],
  ['a stop answers what it accepted', 'postgres', stopping.nothingAcceptedIsLost],
  ['a second process does not touch the data', 'sqlite', neighbours.aSecondProcessDoesNotTouchTheData],
  ['slow clients do not keep others waiting', 'sqlite', neighbours.slowClientsDoNotKeepOthersWaiting],
  ['a full disk is said and loses nothing', 'sqlite', aFullDiskLosesNothing, canMount],
  ['a lost database is said and comes back', 'postgres', neighbours.aLostDatabaseComesBack],
  ['every reminder comes once while servers are killed', 'sqlite', (installation) => everyReminderComesOnce(installation, size ?? 1000)],
  ['every reminder comes once while servers are killed', 'postgres', (installation) => everyReminderComesOnce(installation, size ?? 2000)],
];

/** `possible` answers why the test can't run here, if so. */
async function play(name, engine, test, possible, report) {
  const title = `${name}  ${engine}`;
  const obstacle = await possible?.();
  if (obstacle) return report.tell('skipped', title, obstacle);
  if (engine === 'postgres' && !postgres) return report.tell('skipped', title, 'ZHIXING_TEST_POSTGRES names no server');
  const installation = new Installation(engine, `fault${report.counts.passed + report.counts.failed}`);
  try {
    await installation.init();
    await installation.start();
    for (const person of everybody) await installation.addPerson(person);
    report.tell('passed', title, await test(installation));
  } catch (error) {
    report.tell('failed', title, `${error.stack}`);
  }
  await installation.remove();
}

const report = new Report();
for (const [name, engine, test, possible] of tests) {
  if (names.length === 0 || names.some((wanted) => `${name}  ${engine}`.includes(wanted))) await play(name, engine, test, possible, report);
}
process.exit(report.end());
