// Whether everybody was told of everything once: what came out of the product against what had to, and against what it stored.

function grouped(list, keyOf) {
  const groups = new Map();
  for (const each of list) {
    const key = keyOf(each);
    if (groups.has(key)) groups.get(key).push(each);
    else groups.set(key, [each]);
  }
  return groups;
}

const some = (list) => `${list.length}, as ${list.slice(0, 3).join(', ')}`;

/** The marks of the items a text names. */
export const marksIn = (text) => [...new Set(text.match(/R\d{6}Z/g) ?? [])];

/** Each item's mark must have come out in exactly one message: one name, however often it was sent. */
function compareOutcome(what, expected, named, complaints) {
  const missed = [...expected.keys()].filter((mark) => !named.has(mark));
  const doubled = [...named].filter(([, ids]) => ids.size > 1).map(([mark]) => mark);
  const unasked = [...named.keys()].filter((mark) => !expected.has(mark));
  if (missed.length > 0) complaints.push(`${what}: missed ${some(missed)}`);
  if (doubled.length > 0) complaints.push(`${what}: doubled ${some(doubled)}`);
  if (unasked.length > 0) complaints.push(`${what}: nobody asked for ${some(unasked)}`);
}

/** Only what nobody can know may come again: no answer came, or the sender died with it in hand. */
function compareRepeats(what, came, excused, complaints) {
  const repeated = [...came].filter(([, times]) => times.length > 1);
  const wrong = repeated.filter(([id]) => !excused.has(id)).map(([id]) => id);
  if (wrong.length > 0) complaints.push(`${what}: sent again without need ${some(wrong)}`);
  return repeated.length;
}

function namesByMark(pairs) {
  const named = new Map();
  for (const [mark, id] of pairs) named.set(mark, (named.get(mark) ?? new Set()).add(id));
  return named;
}

function compareLetters({ expected, letters, excused, notices }, complaints) {
  const pairs = letters.flatMap(({ id, text }) => marksIn(text).map((mark) => [mark, id]));
  compareOutcome('e-mail', expected, namesByMark(pairs), complaints);
  const astray = letters.filter(({ to, text }) => marksIn(text).length === 0 || marksIn(text).some((mark) => expected.get(mark) !== to));
  if (astray.length > 0) complaints.push(`e-mail: not theirs ${some(astray.map(({ id, to }) => `${id} to ${to}`))}`);
  const stored = new Map(notices.map(({ mark, message }) => [mark, message]));
  const unknown = pairs.filter(([mark, id]) => stored.get(mark) !== id);
  if (unknown.length > 0) complaints.push(`e-mail: otherwise than stored ${some(unknown.map(([mark, id]) => `${mark} in ${id}`))}`);
  return compareRepeats('e-mail', grouped(letters, ({ id }) => id), excused, complaints);
}

function compareCalls({ expected, calls, excused }, complaints) {
  const named = namesByMark(calls.flatMap(({ id, body }) => marksIn(body.title).map((mark) => [mark, id])));
  compareOutcome('webhook', expected, named, complaints);
  return compareRepeats('webhook', grouped(calls, ({ id }) => id), excused, complaints);
}

function compareStored({ expected, occurrences, notices }, complaints) {
  compareOutcome('events', expected, namesByMark(occurrences.map(({ mark, occurrence }) => [mark, occurrence])), complaints);
  if (occurrences.length !== expected.size) complaints.push(`${occurrences.length} events for ${expected.size} reminders`);
  compareOutcome('notices', expected, namesByMark(notices.map(({ mark, occurrence }) => [mark, occurrence])), complaints);
  if (notices.length !== expected.size) complaints.push(`${notices.length} notices for ${expected.size} reminders`);
  const unsent = notices.filter(({ state }) => state !== 'delivered').map(({ mark, state }) => `${mark} ${state}`);
  if (unsent.length > 0) complaints.push(`deliveries: not delivered ${some(unsent)}`);
}

/**
 * `expected` is mark → address; `excused` holds the names of messages without an answer. Answers what is wrong, and how
 * many messages came again rightly.
 */
export function compare(facts) {
  const complaints = [];
  compareStored(facts, complaints);
  const letters = compareLetters(facts, complaints);
  const calls = compareCalls(facts, complaints);
  return { complaints, repeated: { letters, calls } };
}

/** A test that cannot fail proves nothing: what is taken away or added has to be reported. */
export function checkTheComparison(facts) {
  const [first] = facts.expected.keys();
  const [letter] = facts.letters;
  const [call] = facts.calls;
  const spoilt = [
    ['e-mail: missed', { letters: facts.letters.filter(({ text }) => !text.includes(first)) }],
    ['e-mail: doubled', { letters: [...facts.letters, { ...letter, id: 'another' }] }],
    ['e-mail: sent again', { letters: [...facts.letters, letter], excused: new Set() }],
    ['webhook: missed', { calls: facts.calls.filter(({ body }) => !body.title.includes(first)) }],
    ['webhook: doubled', { calls: [...facts.calls, { ...call, id: 'another' }] }],
    ['notices: missed', { notices: facts.notices.filter(({ mark }) => mark !== first) }],
  ];
  for (const [complaint, change] of spoilt) {
    if (!compare({ ...facts, ...change }).complaints.some((said) => said.startsWith(complaint))) throw new Error(`the comparison does not notice "${complaint}"`);
  }
}
