import type { ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { haproxyConfig, type Node, PASSWORDS, patroniConfig } from './configs.ts'
import { endPostmaster, freePorts, postgresOf, type Processes, until } from './processes.ts'
import type { Programs } from './programs.ts'

const NODES = 3
const ETCD_MEMBERS = 3
export const DATABASE = 'maal'

export type Failure = 'server' | 'machine' | 'hang'
export type Cluster = Awaited<ReturnType<typeof openCluster>>
type Member = { role: string }

/**
 * Three PostgreSQL nodes under Patroni, three members of etcd, and one HAProxy before the primary and before our servers, all on loopback.
 * @param instances where our servers will listen, `apiPort` where HAProxy does for them
 */
export async function openCluster ({ programs, processes, instances, apiPort }: { programs: Programs, processes: Processes, instances: number[], apiPort: number }) {
  const ports = await freePorts(2 * ETCD_MEMBERS + 2 * NODES + 1)
  const take = (): number => ports.pop()!
  const etcd = Array.from({ length: ETCD_MEMBERS }, (_, at) => ({ name: `etcd${at + 1}`, client: `127.0.0.1:${take()}`, peer: `127.0.0.1:${take()}` }))
  const nodes: Node[] = Array.from({ length: NODES }, (_, at) => {
    const name = `pg${at + 1}`
    return { name, port: take(), restPort: take(), data: processes.folderOf(`${name}-data`, { isData: true }), config: join(processes.folder, `${name}.yml`) }
  })
  const primaryPort = take()
  const agents = new Map<string, ChildProcess>()

  for (const { name, client, peer } of etcd) {
    processes.start({
      name,
      program: programs.etcd,
      args: ['--name', name, '--data-dir', processes.folderOf(name), '--listen-client-urls', `http://${client}`, '--advertise-client-urls', `http://${client}`, '--listen-peer-urls', `http://${peer}`, '--initial-advertise-peer-urls', `http://${peer}`,
        '--initial-cluster', etcd.map(one => `${one.name}=http://${one.peer}`).join(), '--initial-cluster-state', 'new', '--heartbeat-interval', '300', '--election-timeout', '3000', '--log-level', 'error']
    })
  }
  if (programs.user !== null) chownSync(processes.folder, programs.user.uid, programs.user.gid)
  chmodSync(processes.folder, 0o755)
  for (const node of nodes) {
    writeFileSync(node.config, patroniConfig(node, { etcd: etcd.map(({ client }) => client), postgresBin: programs.postgresBin }))
    revive(node)
  }
  const config = join(processes.folder, 'haproxy.cfg')
  writeFileSync(config, haproxyConfig({ nodes, primaryPort, apiPort, instances }))
  processes.start({ name: 'haproxy', program: programs.haproxy, args: ['-f', config, '-db'] })

  function revive (node: Node): void {
    agents.set(node.name, processes.start({ name: node.name, program: programs.patroni, args: [node.config], user: programs.user }))
  }

  async function members (): Promise<Member[]> {
    for (const { restPort } of nodes) {
      const answer = await fetch(`http://127.0.0.1:${restPort}/cluster`, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
      if (answer?.ok === true) return ((await answer.json()) as { members: Member[] }).members
    }
    return []
  }

  /** Whether there are a primary, a standby that confirms what it writes and may take over, and another that follows: the primary must see both. */
  async function isWhole (): Promise<boolean> {
    if (!(await members()).some(({ role }) => role === 'sync_standby')) return false
    const following = await asSuperuser<{ name: string }>("select application_name as name from pg_stat_replication where state = 'streaming'")
    return nodes.filter(node => following.some(({ name }) => name === node.name)).length === NODES - 1
  }

  async function primary (): Promise<Node | undefined> {
    const answers = await Promise.all(nodes.map(async ({ restPort }) => (await fetch(`http://127.0.0.1:${restPort}/primary`, { signal: AbortSignal.timeout(2_000) }).catch(() => null))?.status))
    return nodes[answers.indexOf(200)]
  }

  /**
   * Has the primary fail: its `server` is killed with -9, or Patroni too as where the whole `machine` is lost, or both `hang`. What hung is reset, as
   * a watchdog does, and never goes on: Patroni 3.0 without one let such a primary take over again, and what the new one had acknowledged was lost.
   * @returns which one it was, and what brings it back as far as it does not come by itself
   */
  async function failPrimary (how: Failure): Promise<{ node: Node, comeBack: () => void }> {
    const node = await primary()
    if (node === undefined) throw new Error('There is no primary to fail.')
    const agent = agents.get(node.name)!
    if (how === 'hang') {
      processes.freeze([agent.pid!, ...postgresOf(node.data)])
      return { node, comeBack: () => { processes.reset(); revive(node) } }
    }
    // Patroni first, or it could start the server again before it is killed itself.
    if (how === 'machine') await processes.kill(agent)
    if (!endPostmaster(node.data)) throw new Error(`The server of ${node.name} was not there to be killed.`)
    return { node, comeBack: how === 'machine' ? () => { revive(node) } : () => {} }
  }

  async function run<Row extends pg.QueryResultRow> (text: string, login: { user: string, password: string, database: string }, port = primaryPort): Promise<Row[]> {
    const client = new pg.Client({ host: '127.0.0.1', port, ...login, connectionTimeoutMillis: 5_000 })
    client.on('error', () => {})
    await client.connect()
    return await client.query<Row>(text).then(({ rows }) => rows).finally(async () => { await client.end() })
  }

  const asSuperuser = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> =>
    await run<Row>(text, { user: 'postgres', password: PASSWORDS.postgres, database: 'postgres' })

  /** Asks one node (the primary, unless named) by SQL. */
  const query = async <Row extends pg.QueryResultRow>(text: string, node?: Node): Promise<Row[]> =>
    await run<Row>(text, { user: 'app', password: PASSWORDS.app, database: DATABASE }, node?.port)

  await until('the cluster comes up: run it with --keep, and see pg1.log and etcd1.log', isWhole, { withinMs: 180_000 })
  await until('the primary lets us in', async () => { await asSuperuser(`create role app login password '${PASSWORDS.app}'`); return true })
  await asSuperuser(`create database ${DATABASE} owner app`)
  return { nodes, url: `postgres://app:${PASSWORDS.app}@127.0.0.1:${primaryPort}/${DATABASE}`, isWhole, primary, failPrimary, query }
}
