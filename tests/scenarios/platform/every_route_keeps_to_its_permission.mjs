// Every route that needs a permission refuses every role that lacks it, and never with a success or a broken server.
import { operations, send } from '../lib/operations.mjs';

const oneOfEachRole = ['周建国', '李明', '赵强', '张三', '刘芳', '何敏', '郑平', '冯兰', '韩磊'];

export default async function everyRouteKeepsToItsPermission(installation) {
  const guarded = (await operations(installation)).filter(({ permission }) => permission);
  const wrong = [];
  let refused = 0;
  for (const as of oneOfEachRole) {
    const { permissions } = JSON.parse((await installation.request('GET', '/api/v1/session', { as })).text);
    for (const operation of guarded.filter(({ permission }) => !(permission in permissions))) {
      const { status, text } = await send(installation, operation, { as });
      refused += 1;
      if (status !== 403 && status !== 404) wrong.push(`${as} without ${operation.permission}: ${operation.name} answered ${status}: ${text.slice(0, 200)}`);
    }
  }
  if (refused < 50) throw new Error(`only ${refused} pairs of role and route were tried`);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}
