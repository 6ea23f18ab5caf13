import { enableCompileCache, registerHooks } from 'node:module'

// Starts the server: `node src/start.mjs`. It is no TypeScript, so that everything below is on before the first module of ours is loaded: a start
// then takes half as long, and less memory. `node src/server.ts` does the same without.

// What Node makes of modules is kept from one start to the next, in the folder for temporary files or NODE_COMPILE_CACHE.
enableCompileCache()

// To know what kind a module is, Node reads its package.json anew for each, and drizzle-orm's is of 180 KB for 140 modules.
registerHooks({
  resolve (specifier, context, next) {
    const isWithinDrizzle = specifier.startsWith('.') && context.parentURL?.includes('/node_modules/drizzle-orm/') && context.parentURL.endsWith('.js')
    return isWithinDrizzle ? { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true } : next(specifier, context)
  }
})

await import('./server.ts')
