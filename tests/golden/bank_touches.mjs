// Derives bank_touches.csv from the public set "Bank Marketing" (UCI 222, bank-additional.csv, 4,119 clients of a phone campaign):
//
//   node tests/golden/bank_touches.mjs bank-additional.csv > tests/golden/bank_touches.csv
//
// The set itself is for research use and not copied here: only how many clients had so many contacts and what came of them.

import { readFileSync } from 'node:fs';

const [header, ...rows] = readFileSync(process.argv[2], 'utf8').trim().split(/\r?\n/).map(line => line.split(';').map(cell => cell.replace(/^"|"$/g, '')));
const counts = new Map();
for (const row of rows) {
  const contacts = Number(row[header.indexOf('campaign')]);
  const outcome = row[header.indexOf('y')] === 'yes' ? 'won' : 'abandoned';
  const key = `${contacts},${outcome}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
const inOrder = [...counts].map(([key, clients]) => [...key.split(','), clients]).sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? 1 : -1));
console.log('contacts,outcome,clients');
for (const line of inOrder) console.log(line.join(','));
