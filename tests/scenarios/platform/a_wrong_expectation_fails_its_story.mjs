// A teller of stories that never objects proves nothing: each of these stories is wrong and has to fail at the line it says.
import { storyIn } from '../lib/story.mjs';
import { Telling, Unkept } from '../lib/telling.mjs';

const item = 'as 张三\nPOST /api/v1/work-items {"title": "试"}\n';

const wrong = [
  ['a status that did not come', 3, `${item}expect 404`],
  ['a refusal nobody expected', 4, `${item}let id = body.id\nPOST /api/v1/work-items/{id}/return {"reason": "x"}`],
  ['a code that did not come', 3, 'as nobody\nGET /api/v1/session\nexpect code token.invalid'],
  ['another value', 3, `${item}expect body.title = "别的"`],
  ['a part that is not there', 3, `${item}expect body.title contains "别的"`],
  ['a part that is there', 3, `${item}expect body.title lacks "试"`],
  ['something absent', 3, `${item}expect body.wings is present`],
  ['something present', 3, `${item}expect body.title is absent`],
  ['a part of nothing', 3, `${item}expect body.wings lacks "试"`],
  ['twins', 3, `let twins = ["a", "a"]\n\nexpect twins are distinct`],
  ['disorder', 2, 'let list = ["b", "a"]\nexpect list are ascending'],
  ['a name nobody gave', 1, 'GET /api/v1/work-items/{nothing}'],
  ['somebody who does not work here', 2, 'as 某某\nGET /api/v1/session'],
  ['a command that refuses', 1, 'run zhixing where 没有'],
  ['another exit code', 2, 'run zhixing version\nexpect exit 1'],
  ['words without meaning', 2, 'GET /healthz\nexpect body to be nice'],
];

export default async function aWrongExpectationFailsItsStory(installation) {
  for (const [what, line, source] of wrong) {
    const objection = await new Telling(installation).tell(storyIn(source).steps).then(() => null, (error) => error);
    if (!(objection instanceof Unkept) || !objection.message.startsWith(`line ${line}:`)) throw new Error(`${what} went unnoticed: ${objection?.message ?? 'no objection'}`);
  }
}
