// Loaded before the server that is fuzzed: tells, when asked, how much memory is taken once everything that can be is thrown away.
process.on('message', () => {
  globalThis.gc?.()
  process.send?.(process.memoryUsage())
})
process.channel?.unref()
