import type { paths } from '@/gen/api'
import { preferences } from './preferences'
import { ApiProblem, problemOf } from './problem'
import { uuidv7 } from './uuid'

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** The paths that can be called with a method. */
export type PathWith<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never }[keyof paths]
type Operation<P extends keyof paths, M extends Method> = M extends keyof paths[P] ? paths[P][M] : never

type JsonOf<T> = T extends { content: { 'application/json': infer Body } } ? Body : never
/** What a successful call gives; void for 204. */
export type AnswerOf<O> = O extends { responses: { 200: infer R } } ? JsonOf<R> : O extends { responses: { 201: infer R } } ? JsonOf<R> : O extends { responses: { 202: infer R } } ? JsonOf<R> : void

type PathPart<O> = O extends { parameters: { path: infer P } } ? { path: P } : { path?: undefined }
type QueryPart<O> = O extends { parameters: { query: infer Q } } ? { query: Q } : O extends { parameters: { query?: infer Q } } ? { query?: Q } : { query?: undefined }
type BodyPart<O> = O extends { requestBody: infer B } ? { body: JsonOf<B> } : { body?: undefined }

export interface CallOptions {
  signal?: AbortSignal
  /** The `version` of the record the change is based on; the server refuses with 412 when somebody else changed it since. */
  version?: number
  /** The same key and body twice does the thing once. Made for each call when not given. */
  idempotencyKey?: string
}
export type Options<O> = PathPart<O> & QueryPart<O> & BodyPart<O> & CallOptions
type Arguments<O> = Record<string, never> extends PathPart<O> & QueryPart<O> & BodyPart<O> ? [options?: Options<O>] : [options: Options<O>]

interface LooseOptions extends CallOptions {
  path?: Record<string, string | number>
  query?: Record<string, unknown>
  body?: unknown
}

let onSignedOut: () => void = () => {}
/** Called when the server no longer knows the session. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener
}

export function urlOf(path: string, options: LooseOptions = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(options.path?.[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value === undefined || value === null || value === '') continue
    search.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  const text = search.toString()
  return text ? `${filled}?${text}` : filled
}

function headersOf(method: Method, options: LooseOptions): Headers {
  const headers = new Headers({ accept: 'application/json', 'accept-language': preferences.get().language })
  if (method === 'get') return headers
  // The server takes this header, which no foreign page can send, as the proof that the request is ours.
  headers.set('x-requested-with', 'zhixing')
  if (method === 'post') headers.set('idempotency-key', options.idempotencyKey ?? uuidv7())
  if (options.version !== undefined) headers.set('if-match', `"${options.version}"`)
  if (options.body instanceof Blob) headers.set('content-type', 'application/octet-stream')
  else if (options.body !== undefined && !(options.body instanceof FormData)) headers.set('content-type', 'application/json')
  return headers
}

/** Files go as they are. */
function bodyOf(body: unknown): BodyInit | undefined {
  if (body === undefined || body instanceof FormData || body instanceof Blob) return body
  return JSON.stringify(body)
}

/** Sends one request. Throws nothing but ApiProblem and the AbortError of its own signal. */
export async function request<T>(method: Method, path: string, options: LooseOptions = {}): Promise<T> {
  const response = await fetch(urlOf(path, options), {
    method: method.toUpperCase(),
    headers: headersOf(method, options),
    body: bodyOf(options.body),
    credentials: 'same-origin',
    signal: options.signal,
  }).catch((error: unknown) => {
    if (options.signal?.aborted) throw error
    throw ApiProblem.unreachable()
  })
  if (!response.ok) {
    // A wrong password is a 401 too, but it ends no session.
    if (response.status === 401 && path !== '/api/v1/session') onSignedOut()
    throw await problemOf(response)
  }
  if (response.status === 204) return undefined as T
  return (await response.json().catch((error: unknown) => {
    if (options.signal?.aborted) throw error
    // The network went away in the middle of the answer.
    throw ApiProblem.unreachable()
  })) as T
}

type Call<M extends Method> = <P extends PathWith<M>>(path: P, ...options: Arguments<Operation<P, M>>) => Promise<AnswerOf<Operation<P, M>>>

function call<M extends Method>(method: M): Call<M> {
  // Typed outside only: inside, the parameters of all paths together are more than the compiler takes apart.
  const send = (path: string, options?: LooseOptions) => request(method, path, options)
  return send as Call<M>
}

/** The typed client: `api.patch('/api/v1/profile', { body: { theme: 'dark' } })`. */
export const api = { get: call('get'), post: call('post'), put: call('put'), patch: call('patch'), delete: call('delete') }
