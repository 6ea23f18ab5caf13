/** Where the editors ask for a worker: each is a script of our own origin, as the page's policy demands. */
export function provideWorkers (): void {
  Object.assign(globalThis, {
    MonacoEnvironment: { getWorker: (_id: string, label: string) => new Worker(label === 'json' || label === 'graphql' ? WORKERS[label] : WORKERS.editor) }
  })
}
