// Command ids: UUIDs of version 7, so that the server can tell an old one by its time.

import type { Platform } from "./platform.ts"

export function uuidv7(from: Pick<Platform, "now" | "random">): string {
  const bytes = from.random(new Uint8Array(16))
  const time = from.now()
  for (let at = 0; at < 6; at++) bytes[at] = Math.floor(time / 2 ** (8 * (5 - at))) % 256
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("")
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
}
