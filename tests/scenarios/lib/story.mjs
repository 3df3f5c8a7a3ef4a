// Reads a .scenario file: a title in comments, directives, and steps one per line (README.md describes them).
import { readFileSync } from 'node:fs';

const kinds = [
  ['only', /^only on (sqlite|postgres)$/],
  ['empty', /^on an empty installation$/],
  ['person', /^person (\S+) login (\S+) number (\S+) in (\S+) as (\S+)((?: (?:under|phone|email) \S+)*)$/],
  ['as', /^as (nobody|cookie .+|token .+|\S+)$/],
  ['with', /^with ([A-Za-z-]+): (.*)$/],
  ['request', /^(?:(\d+) times )?(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) ((?:\{[^}]*\}|\S)+)(?:\s<- (file \S+|text ".*"|hex [0-9a-f]+|repeat "[^"]+" \d+)|\s([{["].*))?$/s],
  ['walk', /^walk (\S+)$/],
  ['run', /^run (zhixing|sqlite3|sql|cp|rm) (.+)$/s],
  ['server', /^(start|stop|kill) the server$/],
  ['wait', /^wait until (.+)$/s],
  ['status', /^expect (\d{3})(?: or (\d{3}))?$/],
  ['exit', /^expect exit (\d+)$/],
  ['code', /^expect code (\S+)$/],
  ['expect', /^expect (.+)$/s],
  ['let', /^let ([\p{L}_][\p{L}\p{N}_]*) = (.+)$/su],
];

const acts = new Set(['request', 'walk', 'run']);

function read(line, text) {
  for (const [kind, pattern] of kinds) {
    const found = pattern.exec(text);
    if (found) return { line, kind, text, words: found.slice(1) };
  }
  throw new Error(`line ${line}: not understood: ${text}`);
}

/** An indented line continues the one before. */
function* sentences(source) {
  let open = null;
  for (const [i, line] of source.split('\n').entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    if (/^\s/.test(line) && open) {
      open.text += `\n${line.trim()}`;
      continue;
    }
    if (open) yield open;
    open = { line: i + 1, text: line.trimEnd() };
  }
  if (open) yield open;
}

/** What is expected of each act: without a word about its outcome it has to succeed. */
function judgeOutcomes(steps) {
  let act = null;
  for (const step of steps) {
    if (acts.has(step.kind)) act = step;
    if (act && ['status', 'exit', 'code'].includes(step.kind)) act.judged = true;
  }
}

export const readStory = (path) => storyIn(readFileSync(path, 'utf8'));

export function storyIn(source) {
  const all = [...sentences(source)].map(({ line, text }) => read(line, text));
  const directives = all.filter(({ kind }) => kind === 'only' || kind === 'empty');
  const steps = all.filter((step) => !directives.includes(step));
  judgeOutcomes(steps);
  return { only: directives.find(({ kind }) => kind === 'only')?.words[0], empty: directives.some(({ kind }) => kind === 'empty'), steps };
}
