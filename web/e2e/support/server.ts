// A Baton server of one test: the real executable, a data directory of its own, the demo workspace.
// It can be killed and started again on the same port and data, as a machine that crashed.

import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { executable } from "./paths.ts"

/** Of the demo workspace, docs/examples/demo.yaml. */
export const WORKSPACE = "demo"

const LISTENING = "listening on "

export class Server {
  readonly url: string
  readonly #data: string
  #process: ChildProcess

  private constructor(url: string, data: string, process: ChildProcess) {
    this.url = url
    this.#data = data
    this.#process = process
  }

  static async start(): Promise<Server> {
    const data = await mkdtemp(join(tmpdir(), "baton-e2e-"))
    const { url, process } = await run(data, "127.0.0.1:0")
    return new Server(url, data, process)
  }

  /** At once and without a word, as a power cut. */
  async kill(): Promise<void> {
    const gone = once(this.#process, "exit")
    this.#process.kill("SIGKILL")
    await gone
  }

  async startAgain(): Promise<void> {
    const { process } = await run(this.#data, new URL(this.url).host)
    this.#process = process
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const gone = once(this.#process, "exit")
      this.#process.kill("SIGTERM")
      await gone
    }
    await rm(this.#data, { recursive: true, force: true })
  }

  /** The password the demo made up for somebody. */
  async password(email: string): Promise<string> {
    const lines = (await readFile(join(this.#data, "demo-sign-ins.txt"), "utf8")).split("\n")
    const words = lines.find(line => line.endsWith(email))?.split(/\s{2,}/)
    const password = words?.at(-2)
    if (!password) throw new Error(`the demo has no sign-in for ${email}`)
    return password
  }
}

/** Resolves when the server listens; rejects with what it said when it ends before. */
async function run(data: string, listen: string): Promise<{ url: string; process: ChildProcess }> {
  const args = [
    "serve",
    "--demo",
    "--data",
    data,
    "--listen",
    listen,
    "--limits",
    "none",
    "--log-level",
    "warn",
  ]
  const child = spawn(executable, args, { stdio: ["ignore", "pipe", "pipe"] })
  const said: string[] = []
  createInterface({ input: child.stderr }).on("line", line => said.push(line))
  const output = createInterface({ input: child.stdout })
  const url = await new Promise<string>((resolve, reject) => {
    output.on("line", line => line.startsWith(LISTENING) && resolve(line.slice(LISTENING.length).trim()))
    child.on("error", error =>
      reject(new Error(`${executable}: ${error.message}. Run cargo build -p baton, or set BATON_BIN.`)),
    )
    child.on("exit", code => reject(new Error(`${executable} ended with ${code}\n${said.join("\n")}`)))
  })
  return { url, process: child }
}
