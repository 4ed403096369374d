// Builds the loader: one classic script of a lasting name, because customers write it into their pages.

import { defineConfig } from "vite"

export default defineConfig({
  publicDir: false,
  build: {
    target: "es2022",
    emptyOutDir: false,
    lib: {
      entry: "src/loader/loader.ts",
      formats: ["iife"],
      name: "BatonLoader",
      fileName: () => "loader.js",
    },
  },
})
