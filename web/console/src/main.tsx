// Starts the console: first its language, then everything that has words.

import { speak } from "./language/language.ts"

await speak()
await import("./console.tsx")
