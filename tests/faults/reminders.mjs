// Thousands of reminders due within one minute, while the servers that send them are killed.
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Installation } from '../scenarios/lib/installation.mjs';
import { HookSink } from './lib/hook_sink.mjs';
import { MailSink } from './lib/mail_sink.mjs';
import { checkTheComparison, compare, marksIn } from './reminder_accounts.mjs';

const chief = { name: '何敏', login: 'hemin', number: 'A001', department: '办公室', role: 'administrator' };
const secret = 'listen-to-this';
const cutPercent = 1;
const burst = 60_000;
const hour = 3_600_000;
const killsLast = 90_000; // the minute and half a minute more; then what is left leaves in peace
const patience = (size) => 240_000 + 60 * size; // machines differ
const few = 4; // reminders of most people: below the limit of 6 e-mails an hour
const many = 20; // of some: theirs are put together

const pause = (milliseconds) => new Promise((later) => setTimeout(later, milliseconds));
const between = (least, most) => least + Math.random() * (most - least);

// ---- The company

async function change(installation, method, path, body) {
  const headers = {};
  if (method !== 'POST') headers['if-match'] = (await installation.request('GET', path, { as: chief.name })).headers.etag;
  const { status, text } = await installation.request(method, path, { as: chief.name, headers, body: JSON.stringify(body) });
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
}

/** Where it is two in the afternoon: nothing waits for the morning, and the morning's digests are over. */
function zoneOfTheAfternoon() {
  const ahead = ((14 - new Date().getUTCHours() + 36) % 24) - 12;
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

async function configure(installation, mail, hook) {
  await installation.addPerson(chief);
  await change(installation, 'PATCH', '/api/v1/organization', { time_zone: zoneOfTheAfternoon() });
  const days = Array(7).fill([{ from: '00:00', to: '24:00' }]);
  await change(installation, 'PUT', '/api/v1/calendar', { days, public_holidays: 'none', special_days: [] });
  const mailSettings = { host: '127.0.0.1', port: String(mail.port), security: 'none', from_address: 'zhixing@example.com', allow_private: 'true' };
  await change(installation, 'POST', '/api/v1/channel-accounts', { channel: 'email', name: '邮件', settings: mailSettings, secrets: {}, events: [] });
  const hookSettings = { url: `http://127.0.0.1:${hook.port}/`, allow_private: 'true' };
  const events = ['followup.reminder_due'];
  await change(installation, 'POST', '/api/v1/channel-accounts', { channel: 'webhook', name: '推送', settings: hookSettings, secrets: { sign_secret: secret }, events });
}

const numberOf = (person) => `F${String(person).padStart(5, '0')}`;
const addressOf = (person) => `${numberOf(person).toLowerCase()}@example.com`;
const markOf = (item) => `R${String(item).padStart(6, '0')}Z`;

/** A tenth of the items belongs to a few people. Answers whose each item is, and how many people there are. */
function owners(size) {
  const crowded = Math.floor(size / 10);
  const busy = Math.ceil(crowded / many);
  const ownerOf = (item) => (item < crowded ? Math.floor(item / many) : busy + Math.floor((item - crowded) / few));
  return { ownerOf, people: ownerOf(size - 1) + 1 };
}

/** People are many and of no interest here: their rows are written behind the product's back. */
function peopleSql(engine, count) {
  const id = engine === 'postgres' ? 'gen_random_uuid()' : 'randomblob(16)';
  const rows = Array.from({ length: count }, (_, n) => `('${numberOf(n)}', '${addressOf(n)}')`);
  return `
    INSERT INTO employee (org_id, id, number, name, pinyin, initials, sort_key, email, created_at, version)
    SELECT o.id, ${id}, v.number, v.number, '', '', v.number, v.email, 0, 1
    FROM organization o, (SELECT column1 AS number, column2 AS email FROM (VALUES ${rows.join(',')}) AS t) AS v;
    INSERT INTO notice_choice (org_id, employee_id, channels, digest_at, version)
    SELECT org_id, id, '[{"kind":"reminder","channel":"email","on":true}]', '08:30', 1 FROM employee WHERE number LIKE 'F_____';`;
}

function sheet(size, ownerOf, next) {
  const lines = ['工作项目,工作开始时间,负责人,第一次跟进时间,完成情况,下次跟进时间'];
  const before = new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10);
  for (let item = 0; item < size; item += 1) lines.push(`提醒演练 ${markOf(item)},${before},${numberOf(ownerOf(item))},${before},进行中,${next}`);
  return `${lines.join('\n')}\n`;
}

// ---- The database, behind the product's back

/** Statements can be long: they are read from the standard input. Answers the rows. */
async function ask(installation, statements) {
  const [program, ...args] = installation.database
    ? ['psql', '-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', installation.env.ZHIXING_DATABASE_URL]
    : ['sqlite3', '-batch', '-bail', '-cmd', '.timeout 20000', installation.databaseFile];
  const { exit, out, err } = await installation.run(program, args, { input: statements });
  if (exit !== 0) throw new Error(`${statements.slice(0, 200)}: ${err}`);
  return out.trim().split('\n').filter(Boolean).map((line) => line.split('|'));
}

/** The import arms the reminders; then their time is moved into the coming minute. */
async function arm(installation, size, ownerOf) {
  const file = join(installation.home, 'sheet.csv');
  const next = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  writeFileSync(file, sheet(size, ownerOf, `${next} 12:00`));
  const { items } = JSON.parse(await installation.zhixing('import', 'follow-up-sheet', file, '--json'));
  if (items !== size) throw new Error(`${items} of ${size} items were imported`);
  const [[armed]] = await ask(installation, "SELECT count(*) FROM reminder WHERE topic = 'follow_up' AND rung = 0");
  if (Number(armed) !== size) throw new Error(`${armed} reminders for ${size} items`);
  const anywhere = installation.engine === 'postgres' ? `floor(random() * ${burst})` : `abs(random()) % ${burst}`;
  const from = Date.now() + 1000;
  // The changed calendar would have the times worked out anew, and the moved ones moved back.
  await ask(installation, `DELETE FROM reminder_recount; UPDATE reminder SET fires_at = ${from} + ${anywhere} WHERE topic = 'follow_up';`);
  return from;
}

// ---- The servers

async function anotherNode(installation, name) {
  const node = new Installation('postgres', name);
  cpSync(installation.data, node.data, { recursive: true, filter: (file) => !file.endsWith('.sock') });
  node.env.ZHIXING_DATABASE_URL = installation.env.ZHIXING_DATABASE_URL;
  await node.start();
  return node;
}

const heldBy = (node) => `node LIKE '%:${node.data}'`;
const leasesOf = async (installation, node) => Number((await ask(installation, `SELECT count(*) FROM scheduled_job WHERE lease_until > ${Date.now()} AND ${heldBy(node)}`))[0][0]);

/** kill -9. Nobody knows whether what it had in hand has left. Answers how many leases it held. */
async function crash(installation, node, excused) {
  await node.kill();
  await pause(50); // what it had already asked of the database ends
  for (const [id] of await ask(installation, `SELECT message_id FROM delivery WHERE state = 'sending' AND ${heldBy(node)}`)) excused.add(id);
  return leasesOf(installation, node);
}

/** The one that is at work with a lease, if any is: for the others its death is the hardest. */
async function busiest(installation, nodes) {
  for (const node of nodes) if ((await leasesOf(installation, node)) > 0) return node;
  return nodes.at(-1);
}

// ---- The minute

async function look(installation) {
  const [[unfired, unheard, due, waiting]] = await ask(
    installation,
    `SELECT (SELECT count(*) FROM reminder WHERE topic = 'follow_up' AND rung = 0), (SELECT count(*) FROM outbox_event WHERE done_at IS NULL),
       (SELECT count(*) FROM delivery WHERE state = 'sending' OR (state = 'waiting' AND next_at <= ${Date.now()})),
       (SELECT count(*) FROM delivery WHERE state IN ('waiting', 'sending'))`,
  );
  return { isQuiet: Number(unfired) + Number(unheard) + Number(due) === 0, waiting: Number(waiting), text: `${unfired} not fired, ${unheard} not heard, ${due} to send` };
}

async function untilQuiet(installation, until) {
  for (;;) {
    const seen = await look(installation);
    if (seen.isQuiet) return seen;
    if (Date.now() > until) throw new Error(`gave up with ${seen.text}${installation.log()}`);
    await pause(500);
  }
}

/**
 * Until everything that may leave has left, and for a while kills one server after the other. Each comes back at once, and
 * frees what its former self held; of several one stays away, and what it held is free when its leases have really ended.
 * Answers how often one was killed, and how often it held a lease.
 */
async function killWhileItLasts(installation, nodes, excused, until) {
  let quiet = false;
  const watching = untilQuiet(installation, until).finally(() => (quiet = true));
  watching.catch(() => {});
  const counts = { kills: 0, holders: 0, away: 0 };
  const present = [...nodes];
  const killsUntil = Date.now() + killsLast;
  while (!quiet && Date.now() < killsUntil) {
    await pause(between(1000, 4000));
    if (quiet) break;
    counts.kills += 1;
    const goesForGood = present.length > 1 && counts.kills === 3;
    const node = goesForGood ? await busiest(installation, present) : present[Math.floor(Math.random() * present.length)];
    counts.holders += (await crash(installation, node, excused)) > 0;
    if (goesForGood) {
      present.splice(present.indexOf(node), 1);
      counts.away += 1;
    } else await node.start();
  }
  await watching;
  return counts;
}

/** What had no answer is tried again after a minute, and an hour later the next six may go to one person: the database is told so. */
async function letTimePass(installation, until) {
  for (let seen = await untilQuiet(installation, until); seen.waiting > 0; seen = await untilQuiet(installation, until)) {
    await ask(
      installation,
      `UPDATE delivery SET sent_at = sent_at - ${hour} WHERE sent_at IS NOT NULL; UPDATE delivery SET next_at = ${Date.now()} WHERE state = 'waiting';`,
    );
    await pause(500);
  }
}

async function stored(installation) {
  const events = await ask(installation, "SELECT payload FROM outbox_event WHERE name = 'followup.reminder_due'");
  const notices = await ask(
    installation,
    `SELECT n.title, n.occurrence, COALESCE(i.state, d.state, 'nowhere'), COALESCE(i.message_id, d.message_id, ''), CASE WHEN i.id IS NULL THEN 0 ELSE 1 END
     FROM notice n LEFT JOIN delivery d ON d.org_id = n.org_id AND d.notice_id = n.id AND d.channel = 'email'
       LEFT JOIN delivery i ON i.org_id = d.org_id AND i.id = d.merged_into
     WHERE n.kind = 'reminder'`,
  );
  return {
    occurrences: events.map(([payload]) => JSON.parse(payload)).map(({ title, occurrence }) => ({ mark: marksIn(title)[0], occurrence })),
    notices: notices.map(([title, occurrence, state, message, merged]) => ({ mark: marksIn(title)[0], occurrence, state, message, merged: merged === '1' })),
  };
}

async function tellEverybodyOnce(installation, size, nodes, mail, hook) {
  const { ownerOf, people } = owners(size);
  await configure(installation, mail, hook);
  await ask(installation, peopleSql(installation.engine, people));
  const from = await arm(installation, size, ownerOf);
  while (nodes.length < (installation.engine === 'postgres' ? 3 : 1)) nodes.push(await anotherNode(installation, `node${nodes.length}`));
  const inHand = new Set();
  const until = Date.now() + patience(size);
  const { kills, holders, away } = await killWhileItLasts(installation, nodes, inHand, until);
  const seconds = Math.round((Date.now() - from) / 1000);
  await letTimePass(installation, until);
  const expected = new Map(Array.from({ length: size }, (_, item) => [markOf(item), addressOf(ownerOf(item))]));
  const facts = { expected, letters: mail.letters, calls: hook.calls, excused: new Set([...mail.cut, ...hook.cut, ...inHand]), ...(await stored(installation)) };
  const { complaints, repeated } = compare(facts);
  if (hook.forged > 0) complaints.push(`webhook: ${hook.forged} calls were not signed rightly`);
  if (complaints.length > 0) throw new Error(`after ${kills} kills: ${complaints.join('\n')}`);
  checkTheComparison(facts);
  const merged = facts.notices.filter((notice) => notice.merged).length;
  return (
    `${size} reminders to ${people} people, ${nodes.length} servers, ${kills} kills (${holders} of the one at work, ${away} of one that stayed away): 0 missed, 0 doubled; ` +
    `all sent ${seconds} s after the first was due; ${merged} put together with others; ${mail.cut.size} e-mails cut, ${repeated.letters} came again ` +
    `under the same Message-ID; ${hook.cut.size} calls cut, ${repeated.calls} came again`
  );
}

export async function everyReminderComesOnce(installation, size) {
  const mail = new MailSink(cutPercent);
  const hook = new HookSink(cutPercent, secret);
  await Promise.all([mail.listen(), hook.listen()]);
  const nodes = [installation];
  try {
    return await tellEverybodyOnce(installation, size, nodes, mail, hook);
  } finally {
    for (const node of nodes.slice(1)) await node.remove();
    mail.close();
    hook.close();
  }
}
