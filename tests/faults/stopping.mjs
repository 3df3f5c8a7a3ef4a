// SIGTERM in the middle of eight writers.
import { Book, lost, makeItems, shown, writeUntil } from './writers.mjs';

const writer = '张三';
const rounds = 5;

const pause = (milliseconds) => new Promise((later) => setTimeout(later, milliseconds));

/** What is stored was answered, and what was answered is stored: nothing done was left unsaid. */
function compare(book, found, round) {
  const missing = lost(book.acknowledged, found);
  if (missing.length > 0) throw new Error(`round ${round}: ${missing.length} acknowledged follow-ups are lost`);
  const unsaid = [...found.keys()].filter((id) => !book.acknowledged.has(id));
  if (unsaid.length > 0) throw new Error(`round ${round}: ${unsaid.length} follow-ups were stored and never answered: ${unsaid.slice(0, 5).join(', ')}`);
}

export async function nothingAcceptedIsLost(installation) {
  const items = await makeItems(installation, writer, 8);
  const book = new Book();
  for (let round = 1; round <= rounds; round += 1) {
    let stopped = false;
    const writing = writeUntil(installation, writer, items, book, () => stopped);
    await pause(150 + Math.random() * 300);
    const exit = await installation.stop();
    stopped = true;
    await writing;
    if (exit !== 0) throw new Error(`round ${round}: the server ended with ${exit}${installation.log()}`);
    await installation.start();
    compare(book, (await shown(installation, writer, items)).found, round);
  }
  await installation.zhixing('audit', 'verify');
  return `${rounds} stops, ${book.acknowledged.size} follow-ups, every one answered and stored; ${book.refused.length} refused at the door`;
}
