// What the build adds to the modules: see tokens.ts.

declare module "virtual:tokens.css"
