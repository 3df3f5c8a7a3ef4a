// 开启两步验证后，光有密码进不来；管理员在命令行可以重置。
// With a second factor the password alone lets nobody in; the command line resets it for who lost the phone.
import { createHmac } from 'node:crypto';
import { send } from '../lib/http.mjs';

/** RFC 6238 as an authenticator app does it. */
function codeOf(secret, at) {
  const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  return String((digest.readUInt32BE(digest.at(-1) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

export default async function aSecondFactorIsAskedForAtSignIn(installation) {
  const made = JSON.parse(await installation.zhixing('user', 'add', '--login', 'gao', '--name', '高阳', '--number', 'E100', '--department', '工程部', '--password', '--json'));
  const ask = async (path, body, cookie) => {
    const headers = { 'content-type': 'application/json', 'x-requested-with': 'zhixing', ...(cookie ? { cookie } : {}) };
    const answer = await send(installation.port, { method: 'POST', path, headers, body: JSON.stringify(body) });
    return { ...answer, json: answer.text ? JSON.parse(answer.text) : null };
  };
  const must = (answer, status, code) => {
    if (answer.status !== status || (code && answer.json.code !== code)) throw new Error(`expected ${status} ${code ?? ''}, got ${answer.status}: ${answer.text}`);
    return answer;
  };
  const signIn = (more = {}) => ask('/api/v1/session', { login: 'gao', password: made.password, ...more });

  const cookie = must(await signIn(), 201).headers['set-cookie'][0].split(';')[0];
  const { secret, address } = must(await ask('/api/v1/second-factor', { current_password: made.password }, cookie), 201).json;
  if (!address.startsWith('otpauth://totp/') || !address.includes(`secret=${secret}`)) throw new Error(address);
  const first = codeOf(secret, Date.now());
  const { codes } = must(await ask('/api/v1/second-factor/confirmation', { code: first }, cookie), 201).json;
  if (new Set(codes).size !== 10) throw new Error(`recovery codes: ${codes}`);

  must(await signIn(), 401, 'session.code_required');
  must(await signIn({ code: first }), 401, 'session.code_wrong'); // it was used already
  must(await signIn({ code: codeOf(secret, Date.now() + 30_000) }), 201);
  must(await signIn({ code: codes[0] }), 201);
  must(await signIn({ code: codes[0] }), 401, 'session.code_wrong');

  await installation.zhixing('user', 'reset-second-factor', '--login', 'gao');
  must(await signIn(), 201);
}
