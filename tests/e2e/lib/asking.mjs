/** Asks the server without a browser; what it refuses is an error. Answers the body. */
export async function ask(installation, method, path, { as, body, version } = {}) {
  const headers = { ...(body !== undefined && { 'content-type': 'application/json' }), ...(version !== undefined && { 'if-match': `"${version}"` }) };
  const answer = await installation.request(method, path, { as, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  if (answer.status >= 300) throw new Error(`${method} ${path} as ${as}: ${answer.status} ${answer.text}`);
  return answer.text ? JSON.parse(answer.text) : undefined;
}
