// Where the build put things, and where the tests may put theirs.

import { fileURLToPath } from "node:url"

export const root = fileURLToPath(new URL("../../../", import.meta.url))
/** Cargo's: the server comes from here, screens and traces go here. */
export const target = process.env.CARGO_TARGET_DIR ?? `${root}target`
export const executable = process.env.BATON_BIN ?? `${target}/debug/baton`
