// The visitor's requests over HTTP: becoming a visitor, reading a transcript, uploading a file.

import type { Uploaded, VisitorIdentity, VisitorTranscript } from "@baton/protocol"
import { Http, ProblemError, readAnswer, unreachable } from "@baton/protocol"
import type { Identity } from "./chat.ts"
import type { Line } from "./lines.ts"

/** Lines asked for at once. */
const PAGE_LINES = 200

export class Requests {
  readonly #base: string
  readonly #http: Http

  constructor(workspace: string, token: () => string | undefined) {
    this.#base = `/api/v1/workspaces/${encodeURIComponent(workspace)}`
    this.#http = new Http({ fetch: (address, init) => fetch(address, init), token })
  }

  get socketAddress(): string {
    return `${location.origin.replace(/^http/, "ws")}${this.#base}/visitor-socket`
  }

  async becomeVisitor(identity?: Identity): Promise<string> {
    const body = identity ? { identity } : {}
    return (await this.#http.ask<VisitorIdentity>("POST", `${this.#base}/visitors`, body)).token
  }

  markRead(conversation: string, message: string): Promise<void> {
    return this.#http.ask("PUT", `${this.#base}/conversations/${conversation}/read`, { message })
  }

  /** A conversation as a text to keep. */
  async transcriptText(conversation: string, language: string | undefined): Promise<string> {
    const query = new URLSearchParams({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone })
    if (language) query.set("language", language)
    const address = `${this.#base}/conversations/${conversation}/transcript.txt?${query}`
    const response = await fetch(address, { headers: this.#http.headers("GET") })
    if (!response.ok) throw new ProblemError(unreachable(response.status))
    return response.text()
  }

  /** All lines of a conversation behind a sequence. */
  async transcript(conversation: string, after: number): Promise<Line[]> {
    const lines: Line[] = []
    for (let from: number | null | undefined = after; from != null; ) {
      const address = `${this.#base}/conversations/${conversation}/transcript?after=${from}&limit=${PAGE_LINES}`
      const page: VisitorTranscript = await this.#http.get(address)
      lines.push(...page.lines)
      from = page.next
    }
    return lines
  }

  /** Uploads one file; `progress` hears fractions from 0 to 1, which `fetch` cannot tell. */
  upload(conversation: string, file: File, progress: (fraction: number) => void): Promise<string> {
    const form = new FormData()
    form.append("file", file)
    const request = new XMLHttpRequest()
    request.open("POST", `${this.#base}/conversations/${conversation}/files`)
    for (const [name, value] of Object.entries(this.#http.headers("POST")))
      request.setRequestHeader(name, value)
    request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total)
    return new Promise((resolve, reject) => {
      request.onload = () => {
        try {
          resolve(readAnswer<Uploaded>(request.status, request.responseText).file)
        } catch (error) {
          reject(error)
        }
      }
      request.onerror = () => reject(new ProblemError(unreachable()))
      request.send(form)
    })
  }
}
