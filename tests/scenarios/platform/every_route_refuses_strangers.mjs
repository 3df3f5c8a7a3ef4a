// Every route of the OpenAPI document that is not declared open answers 401 to nobody and to a made-up token.
import { operations, send } from '../lib/operations.mjs';

export default async function everyRouteRefusesStrangers(installation) {
  const closed = (await operations(installation)).filter(({ open }) => !open);
  if (closed.length < 40) throw new Error(`only ${closed.length} closed routes in the document`);
  const wrong = [];
  for (const operation of closed) {
    for (const headers of [{}, { authorization: 'Bearer zx_made-up' }, { cookie: 'zx_session=made-up', 'x-requested-with': 'zhixing' }]) {
      const { status, text } = await send(installation, operation, { headers });
      if (status !== 401) wrong.push(`${operation.name} answered ${status} to ${JSON.stringify(headers)}: ${text.slice(0, 200)}`);
    }
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}
