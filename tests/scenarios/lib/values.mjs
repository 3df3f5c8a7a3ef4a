// What a story's words stand for: paths into what was answered, {placeholders}, comparisons.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

const unit = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };
const placeholder = /\{((?:in|ago) \d+(?:s|min|h|d)|new uuid|today|tomorrow|[\p{L}_](?:\[[^\]]*\]|[^{}"\s:,[])*)\}/gu;
const step = /^(?:\.?([\p{L}\p{N}_-]+)|\[(-?\d+)\]|\[(\*)\]|\[([\p{L}\p{N}_.-]+)="([^"]*)"\]|\["([^"]*)"\])/u;

/**
 * body.items[0].title · body.items[-1] · body.items[*].id (of each) · body.items[title="…"] (the first such) ·
 * body["odd key"] · file "name" (its text, lines ending with \n). Undefined when there is no such thing.
 */
export function lookUp(scope, path) {
  const file = /^file "([^"]+)"$/.exec(path);
  if (file) return readFileSync(fill(scope, file[1], String), 'utf8').replaceAll('\r\n', '\n');
  const found = walk(scope, path, path);
  return found instanceof String ? found.valueOf() : found;
}

function walk(value, rest, whole) {
  while (rest !== '') {
    const found = step.exec(rest);
    if (!found) throw new Error(`cannot read the path ${whole}`);
    const [text, name, index, each, key, wanted, quoted] = found;
    rest = rest.slice(text.length);
    if (value === undefined || value === null) return undefined;
    if (each) return value.map((element) => walk(element, rest, whole));
    if (index !== undefined) value = value.at(Number(index));
    else if (key !== undefined) value = value.find((element) => String(walk(element, key, whole)) === wanted);
    else value = value[name ?? quoted];
  }
  return value;
}

export const isPath = (text) => /^(?:[\p{L}_][\p{L}\p{N}_-]*(?:[.[].*)?|file "[^"]+")$/u.test(text);

function meaning(scope, words) {
  const moment = /^(in|ago) (\d+)(s|min|h|d)$/.exec(words);
  if (moment) return new Date(Date.now() + (moment[1] === 'in' ? 1 : -1) * Number(moment[2]) * unit[moment[3]]).toISOString();
  if (words === 'new uuid') return randomUUID();
  if (words === 'today') return new Date(Date.now() + 8 * unit.h).toISOString().slice(0, 10);
  if (words === 'tomorrow') return new Date(Date.now() + 32 * unit.h).toISOString().slice(0, 10);
  const value = lookUp(scope, words);
  if (value === undefined) throw new Error(`nothing is called ${words}`);
  return value;
}

/** Puts values in place of {placeholders}; `escape` fits a text into its surroundings. */
export function fill(scope, text, escape) {
  return text.replace(placeholder, (_, words) => {
    const value = meaning(scope, words);
    return typeof value === 'string' ? escape(value) : JSON.stringify(value);
  });
}

export const inJson = (text) => JSON.stringify(text).slice(1, -1);

/** The right-hand side of an expectation: JSON, a placeholder or a path. */
export function valueOf(scope, text) {
  const alone = /^\{([^{}]+)\}$/.exec(text);
  if (alone) return meaning(scope, alone[1]);
  try {
    return JSON.parse(fill(scope, text, inJson));
  } catch {
    if (isPath(text)) return lookUp(scope, text);
    throw new Error(`cannot read the value ${text}`);
  }
}

function includes(whole, part) {
  if (typeof whole === 'string') return whole.includes(typeof part === 'string' ? part : JSON.stringify(part));
  return Array.isArray(whole) && whole.some((element) => isDeepStrictEqual(element, part));
}

const inOrder = (list) => Array.isArray(list) && list.every((element, i) => i === 0 || list[i - 1] <= element);

export const comparisons = {
  '=': isDeepStrictEqual,
  '!=': (a, b) => !isDeepStrictEqual(a, b),
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  contains: includes,
  lacks: (whole, part) => whole !== undefined && !includes(whole, part),
  matches: (text, pattern) => new RegExp(pattern, 'u').test(text),
};

export const qualities = {
  'is absent': (value) => value === undefined || value === null,
  'is present': (value) => value !== undefined && value !== null,
  'is empty': (value) => value !== undefined && value !== null && value.length === 0,
  'are distinct': (list) => Array.isArray(list) && list.length > 0 && new Set(list.map((element) => JSON.stringify(element))).size === list.length,
  'are ascending': inOrder,
  'are descending': (list) => Array.isArray(list) && inOrder([...list].reverse()),
};
