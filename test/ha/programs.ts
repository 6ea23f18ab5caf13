import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The programs of the cluster, by their paths, and who runs those that refuse to run as root. */
export type Programs = { patroni: string, etcd: string, haproxy: string, postgresBin: string, user: { uid: number, gid: number } | null }

const REMEDY = `On Debian and Ubuntu:
  mkdir -p /etc/postgresql-common; echo 'create_main_cluster = false' >> /etc/postgresql-common/createcluster.conf    # so that no server of the package's own is started
  apt-get install --no-install-recommends postgresql patroni etcd-server haproxy python3-psycopg2`

/** Finds what the run needs and installs nothing. @throws Error that says what is missing and how to get it */
export function findPrograms (): Programs {
  const [patroni, etcd, haproxy] = ['patroni', 'etcd', 'haproxy'].map(pathOf)
  const postgresBin = newestPostgres()
  const missing = [...patroni ? [] : ['patroni'], ...etcd ? [] : ['etcd'], ...haproxy ? [] : ['haproxy'], ...postgresBin ? [] : ['the programs of a PostgreSQL server']]
  if (!patroni || !etcd || !haproxy || !postgresBin) throw new Error(`This machine lacks ${missing.join(', ')}.\n${REMEDY}`)
  return { patroni, etcd, haproxy, postgresBin, user: process.getuid?.() === 0 ? userPostgres() : null }
}

function pathOf (program: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
  return folders.map(folder => join(folder, program)).find(path => existsSync(path))
}

function newestPostgres (): string | undefined {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a)) : []
  return versions.map(version => `/usr/lib/postgresql/${version}/bin`).find(folder => existsSync(join(folder, 'postgres')))
}

/** PostgreSQL does not run as root. */
function userPostgres (): { uid: number, gid: number } {
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
