/** One wrong field of a form: `field` is dotted with array indexes ("lines.2.due_at"), `message` is ready to show. */
export interface FieldProblem {
  field: string
  code: string
  message: string
}

interface ProblemBody {
  title?: string
  detail?: string
  code?: string
  request_id?: string
  errors?: FieldProblem[]
}

/**
 * What the server (or the way to it) refused. `code` is stable and may be matched; `title` is the server's text in the
 * reader's language, empty for failures the server never saw (`client.*`), whose text is ours: see `problemText`.
 */
export class ApiProblem extends Error {
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly status: number
  readonly request_id: string
  readonly errors: FieldProblem[]
  /** Seconds to wait before trying again, when the server said so. */
  readonly retryAfter: number | undefined

  constructor(status: number, body: ProblemBody, retryAfter?: number) {
    super(body.title ?? body.code ?? `HTTP ${status}`)
    this.name = 'ApiProblem'
    this.status = status
    this.code = body.code ?? codeOfStatus(status)
    this.title = body.title ?? ''
    this.detail = body.detail ?? ''
    this.request_id = body.request_id ?? ''
    this.errors = body.errors ?? []
    this.retryAfter = retryAfter
  }

  /** The request never got an answer: no network, or the server is down. */
  static unreachable(): ApiProblem {
    return new ApiProblem(0, { code: 'client.unreachable' })
  }

  get isUnreachable(): boolean {
    return this.code === 'client.unreachable'
  }
  /** Sending exactly the same again cannot succeed. */
  get isFinal(): boolean {
    return this.status >= 400 && this.status < 500 && ![401, 408, 425, 429].includes(this.status)
  }
}

/** Proxies and crashed servers answer in HTML; such answers still become a problem with a code of ours. */
function codeOfStatus(status: number): string {
  if (status === 502 || status === 503 || status === 504) return 'client.unavailable'
  return status >= 500 ? 'client.server_failed' : 'client.refused'
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const retryAfter = Number(response.headers.get('retry-after')) || undefined
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const body: unknown = isJson ? await response.json().catch(() => ({})) : {}
  return new ApiProblem(response.status, isObject(body) ? body : {}, retryAfter)
}

function isObject(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// What browsers throw when a page's code can't be fetched, in the words of Chromium, Firefox and Safari.
const CODE_NOT_FETCHED = /dynamically imported module|Importing a module script failed|Unable to preload/i
// The same for a request or an answer cut off half-way.
const WAY_LOST = /failed to fetch|networkerror|load failed|network connection was lost|fetch failed/i

function codeOfThrown(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  // After an upgrade the old page's code is gone; without network it can't be had either.
  if (CODE_NOT_FETCHED.test(message)) return navigator.onLine ? 'client.outdated' : 'client.unreachable'
  if (error instanceof TypeError && WAY_LOST.test(message)) return 'client.unreachable'
  return 'client.failed'
}

/** Whatever was thrown, as something with a code. What a browser or library says about it is English and no help: the text is ours. */
export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem(0, { code: codeOfThrown(error) })
}

/** "lines.2.due_at" → ["lines", 2, "due_at"], as form libraries name nested fields. */
export function fieldPath(field: string): (string | number)[] {
  return field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}
