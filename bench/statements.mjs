// The product's own SQL as the references run it: taken from its files word for word, parameters filled in.

import { existsSync, readFileSync } from 'node:fs';

const followup = 'server/modules/followup/sql';
const work = 'server/modules/work/sql';
const timeline = 'server/platform/timeline/sql';
const events = 'server/platform/events/sql';

/// How each engine writes what only differs in spelling, and where its runner gets values from.
const dialects = {
  sqlite: {
    begin: 'BEGIN IMMEDIATE',
    id: hex => `x'${hex}'`,
    bytes: hex => `x'${hex}'`,
    anyItem: ':any_id',
    newId: number => `:new_${number}`,
  },
  postgres: {
    begin: 'BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE',
    id: hex => `CAST('${hex}' AS uuid)`,
    bytes: hex => `CAST('\\x${hex}' AS bytea)`,
    // pgbench cannot hold a list of ids: a table gives one more index look-up in a transaction of many.
    anyItem: '(SELECT i.id FROM bench_item i WHERE i.k = CAST(:k AS bigint))',
    newId: number => `CAST(lpad(to_hex(CAST(:clock AS bigint)), 12, '0') || '7000800' || lpad(to_hex(CAST(:random_${number} AS bigint)), 13, '0') AS uuid)`,
  },
};

export function dialectOf(engine) {
  return dialects[engine];
}

/// One statement of fragments; `values` replace `:name`s, other names are left to the runner.
export function statement(engine, files, values = {}) {
  return fill(files.map(file => sqlOf(engine, file)).join(' '), values);
}

export function fill(sql, values) {
  return sql.replace(/:([a-z_0-9]+)/g, (whole, name) => (name in values ? values[name] : whole));
}

/// The file's text on one line without its comments.
export function sqlOf(engine, file) {
  const path = [`${file}.${engine}.sql`, `${file}.sql`].find(existsSync);
  if (!path) throw new Error(`${file}.sql does not exist any more: bench/statements.mjs must follow the product`);
  return readFileSync(path, 'utf8').replace(/^\s*--.*$/gm, '').replace(/\/\*.*?\*\//g, '').replace(/\s+/g, ' ').trim();
}

/// What the product does for POST /api/v1/work-items/{id}/follow-ups, in its order. `known`: organization, employee (hex), name.
export function recordingStatements(engine, known, now = Date.now()) {
  const { begin, id, bytes, anyItem, newId } = dialects[engine];
  const org = id(known.organization);
  const common = { org, org_id: org, at: now, recorded_at: now };
  const commitment = { id: ':id', commitment_id: ':id', subject_id: ':id', subject_type: "'work_item'" };
  const written = { by_id: id(known.employee), by_name: `'${known.name}'`, actor_id: id(known.employee), actor_name: `'${known.name}'` };
  const nothing = Object.fromEntries(['cause', 'asked_employee_id', 'progress', 'outcome', 'position', 'written_at', 'written_next', 'outward_number', 'despite_limit_reason'].map(name => [name, 'NULL']));
  const next = { next_follow_up_at: now + 30 * 86_400_000 };
  const changes = '[{"field": "method", "from": "", "to": "phone"}, {"field": "finding", "from": "", "to": "电话联系经办人，配件已到，明天上门"}, {"field": "solution", "from": "", "to": "请工程部安排"}]';
  const payload = '{"commitment": "01a200c3-72c1-762a-b18b-ad0fb0f279bb", "subject_type": "work_item", "follow_up": "01a200c3-d539-7057-bdb4-6e8300eefb18", "by": "01a200c3-d539-7057-bdb4-6e8300eefb19", "progress": null, "next_at": null}';
  return [
    begin,
    statement(engine, [`${followup}/find_commitment`, `${followup}/visible_organization`, `${followup}/for_update`], { ...common, id: anyItem }),
    statement(engine, [`${followup}/insert_follow_up`], {
      ...common, ...commitment, ...written, ...nothing, ...next, id: newId(1), touch_number: 'CAST(:touch_count AS bigint) + 1', method: "'phone'", direction: "'inward'",
      finding: "'电话联系经办人，配件已到，明天上门'", solution: "'请工程部安排'", counterpart: `'employee:${known.employee}'`,
    }),
    statement(engine, [`${followup}/touch_commitment`], { ...common, ...commitment, ...next, follow_up_id: newId(1), outward: 0, outcome: 'NULL' }),
    statement(engine, [`${followup}/save_reminder`], {
      ...common, ...commitment, topic: "'follow_up'", source_id: newId(2), receiver_id: 'NULL', basis: next.next_follow_up_at, counts_from: next.next_follow_up_at, rung: 0,
      fires_at: next.next_follow_up_at - 3_600_000,
    }),
    statement(engine, [`${timeline}/take_next_seq`], { ...common, ...commitment, first_hash: bytes('0'.repeat(64)) }),
    statement(engine, [`${timeline}/insert_entry`], {
      ...common, ...commitment, ...written, id: newId(2), event: "'followup.recorded'", changes: `'${changes}'`, note: "''", previous_hash: bytes('1'.repeat(64)), hash: bytes('2'.repeat(64)),
    }),
    statement(engine, [`${timeline}/set_head_hash`], { ...common, ...commitment, hash: bytes('2'.repeat(64)) }),
    statement(engine, [`${events}/insert_event`], { ...common, id: newId(3), name: "'followup.recorded'", payload: `'${payload}'` }),
    'COMMIT',
  ];
}

/// The list as the product composes it; `known`: organization, employee, owner (hex).
export function listStatement(engine, known, filters = {}, now = Date.now()) {
  const { id } = dialects[engine];
  const narrowed = ['of_work', 'only_open'];
  if (filters.kind) narrowed.push('of_kinds');
  if (filters.owner) narrowed.push('of_owner');
  if (filters.overdue) narrowed.push('only_overdue');
  const page = ['by_due', 'first_fifty'];
  const inWork = files => files.map(file => `${work}/${file}`);
  const by = (way, i) => [...inWork([i ? 'page_or' : 'page_begin']), `${followup}/ids_${way}`, ...inWork([...narrowed, ...page, 'page_end'])];
  const ways = filters.ways ?? (filters.owner ? ['anyones'] : null);
  const files = ways ? [...inWork(['lines']), ...ways.flatMap(by), ...inWork(['lines_of_page', ...page])] : inWork(['lines', 'lines_of_all', ...narrowed, ...page]);
  const kinds = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`kind${i + 1}`, "'task'"]));
  const values = { ...kinds, org: id(known.organization), owner: id(known.owner), me: id(known.employee), now };
  return statement(engine, files, values);
}

/// "What do I do next" and "where does it stand", for the look at their plans.
export function queueStatement(engine, known, now = Date.now()) {
  return statement(engine, [`${followup}/standing`, `${followup}/due_for_me`],
    { org: dialects[engine].id(known.organization), me: dialects[engine].id(known.employee), now, until: now + 30 * 86_400_000 });
}

export function numberStatement(engine, known, number) {
  return statement(engine, [`${followup}/standing`, `${followup}/visible_organization`, `${followup}/of_number`], { org: dialects[engine].id(known.organization), number: `'${number}'` });
}

/// Two Chinese characters make one token.
export function wordsStatement(engine, known, word) {
  const match = engine === 'sqlite' ? `'"${word}"'` : `'''${word}'''`;
  return statement(engine, [`${followup}/standing`, `${followup}/visible_organization`, `${followup}/found_lately`, `${followup}/best_standing_first`],
    { org: dialects[engine].id(known.organization), match, word_1: `'%${word}%'`, word_2: "'%'", word_3: "'%'", folded: `'${word}'` });
}
