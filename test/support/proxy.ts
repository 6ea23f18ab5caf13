import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** What becomes of the answers to commits: `lost` ends the connection instead of it, `unconfirmed` has PostgreSQL's warning that no standby has it before it. */
type Commits = 'answered' | 'lost' | 'unconfirmed'

/** A way to PostgreSQL that can fail. @returns the URL that leads through it, and what makes it fail: `of` narrows `commits` to transactions with this text */
export async function openProxy (url: string) {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  const state = { isHung: false, commits: 'answered' as Commits, of: '' }
  const server = createServer(from => {
    const to = connect(Number(port), hostname)
    let [isInTransaction, isMeant, isCommitting] = [false, false, false]
    for (const socket of [from, to]) sockets.add(socket.on('error', () => {}).on('close', () => { from.destroy(); to.destroy() }))
    from.on('data', data => {
      // A statement outside a transaction is its own commit.
      isMeant = data.includes(state.of) || (isInTransaction && isMeant && !data.includes('begin\0'))
      isCommitting = isMeant && data.includes(isInTransaction ? 'commit\0' : state.of || 'insert into')
      isInTransaction = data.includes('begin\0') || (isInTransaction && !data.includes('commit\0'))
      if (!state.isHung) to.write(data)
    })
    to.on('data', data => {
      if (isCommitting && state.commits === 'lost') return from.destroy()
      if (isCommitting && state.commits === 'unconfirmed') from.write(NOT_CONFIRMED)
      isCommitting = false
      if (!state.isHung) from.write(data)
    })
  })
  const open = async (at: number): Promise<void> => {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
  }
  await open(0)
  const { port: own } = server.address() as AddressInfo

  /** Ends every connection; new ones are let in. */
  function cut (): void {
    for (const socket of sockets) socket.destroy()
  }

  return {
    url: Object.assign(new URL(url), { host: `127.0.0.1:${own}` }).href,
    state,
    cut,
    /** Ends every connection and lets no other in, until `comeBack`. */
    goAway: async (): Promise<void> => {
      cut()
      server.close()
      await once(server, 'close')
    },
    comeBack: async (): Promise<void> => { await open(own) },
    close: (): void => { cut(); server.close() }
  }
}

/** The message of the protocol that PostgreSQL sends where the wait for a standby is cancelled. */
const NOT_CONFIRMED = ((): Buffer => {
  const fields = Buffer.from('SWARNING\0C01000\0Mcanceling wait for synchronous replication due to user request\0RSyncRepWaitForLSN\0\0')
  const head = Buffer.from('N\0\0\0\0')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
})()
