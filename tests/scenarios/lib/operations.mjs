// The routes of the running server as its OpenAPI document tells them, and requests to them that could do something.
import { randomUUID } from 'node:crypto';

const methods = ['get', 'post', 'put', 'patch', 'delete'];

export async function operations(installation) {
  const document = JSON.parse((await installation.request('GET', '/api/openapi.json')).text);
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => ({
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        open: item[method].security?.length === 0,
        permission: item[method]['x-permission'],
        hasBody: item[method].requestBody !== undefined,
      })),
  );
}

export function send(installation, { method, path, hasBody }, { as, headers } = {}) {
  return installation.request(method, path.replace(/\{[^}]+\}/g, () => randomUUID()), {
    as,
    headers: { 'content-type': 'application/json', 'if-match': '"1"', ...headers },
    body: hasBody ? '{}' : undefined,
  });
}
