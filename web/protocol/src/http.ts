// Reading and asking over HTTP: CSRF on unsafe requests, problem details as errors. Keeps no cache and
// repeats nothing; who wants that puts it on top.

import type { Problem } from "./wire.ts"

/** What the server said, or that it could not be reached (`code` is `unreachable`). */
export class ProblemError extends Error {
  override readonly name = "ProblemError"
  readonly problem: Problem | Unreachable

  constructor(problem: Problem | Unreachable) {
    super(problem.detail || problem.title)
    this.problem = problem
  }

  get code(): string {
    return this.problem.code
  }
}

/** Nobody answered, or not in our language (a proxy's page). */
export interface Unreachable {
  code: "unreachable"
  title: string
  status: number
  detail: string
  retry_after_ms?: number
}

export function unreachable(status = 0): Unreachable {
  const title = "The server cannot be reached"
  return { code: "unreachable", title, status, detail: "Check the connection, then try again." }
}

export type Method = "GET" | "POST" | "PUT" | "DELETE"

export interface HttpOptions {
  /** `window.fetch`, bound. */
  fetch: (address: string, init: RequestInit) => Promise<Response>
  /** Of a program or visitor; browsers of the staff have a cookie. */
  token?: () => string | undefined
}

export class Http {
  /** From the session; travels with every unsafe request. */
  csrf: string | undefined
  readonly #options: HttpOptions

  constructor(options: HttpOptions) {
    this.#options = options
  }

  get<T>(address: string, signal?: AbortSignal): Promise<T> {
    return this.#send<T>("GET", address, signal ? { signal } : {})
  }

  /** Asks with a JSON body, or none. */
  ask<T>(method: Exclude<Method, "GET">, address: string, body?: unknown): Promise<T> {
    if (body === undefined) return this.#send<T>(method, address, {})
    const headers = { "content-type": "application/json" }
    return this.#send<T>(method, address, { headers, body: JSON.stringify(body) })
  }

  /** The headers that say who asks, for requests made by other means (uploads with progress). */
  headers(method: Method): Record<string, string> {
    const token = this.#options.token?.()
    return {
      accept: "application/json",
      ...(token && { authorization: `Bearer ${token}` }),
      ...(method !== "GET" && this.csrf && { "x-baton-csrf": this.csrf }),
    }
  }

  async #send<T>(method: Method, address: string, init: RequestInit): Promise<T> {
    const headers = { ...this.headers(method), ...(init.headers as Record<string, string>) }
    let response: Response
    try {
      response = await this.#options.fetch(address, { ...init, method, headers, credentials: "same-origin" })
    } catch (cause) {
      if (init.signal?.aborted) throw cause
      throw new ProblemError(unreachable())
    }
    return readAnswer<T>(response.status, await response.text())
  }
}

/** The body of a successful answer; throws a `ProblemError` for any other. */
export function readAnswer<T>(status: number, text: string): T {
  const body = parse(text)
  if (status >= 200 && status < 300) return body as T
  throw new ProblemError(isProblem(body) ? body : unreachable(status))
}

function parse(text: string): unknown {
  if (text === "") return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "code" in body && "detail" in body
