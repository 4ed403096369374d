// Real Chromium (the system's) against the real server. Every test starts a server of its own, so that none
// depends on another; see support/server.ts for where the executable comes from.

import { defineConfig } from "@playwright/test"
import { target } from "./support/paths.ts"

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium"
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** They measure, and want the machine to themselves: after everything else, one after the other. */
const MEASURED = ["board-load.spec.ts", "long-transcript.spec.ts"]

export default defineConfig({
  testDir: "tests",
  outputDir: `${target}/e2e`,
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  projects: [
    { name: "journeys", testIgnore: MEASURED },
    { name: "measured", testMatch: MEASURED, dependencies: ["journeys"], workers: 1 },
  ],
  use: {
    browserName: "chromium",
    headless: true,
    launchOptions: { executablePath: CHROMIUM, args: FLAGS },
    actionTimeout: 15_000,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    // A film of every page costs a quarter of the time; the trace's snapshots show the same.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: true, sources: true },
  },
})
