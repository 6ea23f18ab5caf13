// The configurations of the programs around us, as an operator would write them, with short times and little memory.

/** A node's place: where PostgreSQL listens, and where Patroni tells how it is. */
export type Node = { name: string, port: number, restPort: number, data: string, config: string }

export const PASSWORDS = { postgres: 'postgres', replicator: 'replicator', rewinder: 'rewinder', app: 'app' } as const

/**
 * Patroni of one node. Strictly synchronous: what is acknowledged is on two machines, and without a standby nothing is. `wal_retrieve_retry_interval`
 * is how long a standby waits before it looks for the new primary, and so how long nothing can be acknowledged.
 */
export const patroniConfig = ({ name, port, restPort, data }: Node, { etcd, postgresBin }: { etcd: string[], postgresBin: string }): string => `
scope: maal
name: ${name}
restapi: { listen: "127.0.0.1:${restPort}", connect_address: "127.0.0.1:${restPort}" }
etcd3: { hosts: [${etcd.map(host => `"${host}"`).join(', ')}] }
bootstrap:
  dcs:
    ttl: 15
    loop_wait: 2
    retry_timeout: 5
    maximum_lag_on_failover: 1048576
    primary_start_timeout: 0
    synchronous_mode: true
    synchronous_mode_strict: true
    postgresql:
      use_pg_rewind: true
      parameters: { wal_level: replica, hot_standby: "on", wal_log_hints: "on", max_connections: 100, shared_buffers: 32MB, synchronous_commit: "on", wal_keep_size: 256MB, wal_retrieve_retry_interval: 500ms }
  initdb: [{ encoding: UTF8 }, { locale: C.UTF-8 }, data-checksums, no-sync]
  pg_hba:
    - host all all 127.0.0.1/32 scram-sha-256
    - host replication all 127.0.0.1/32 scram-sha-256
postgresql:
  listen: 127.0.0.1:${port}
  connect_address: 127.0.0.1:${port}
  data_dir: ${data}
  bin_dir: ${postgresBin}
  pgpass: ${data}.pgpass
  authentication:
    superuser: { username: postgres, password: ${PASSWORDS.postgres} }
    replication: { username: replicator, password: ${PASSWORDS.replicator} }
    rewind: { username: rewinder, password: ${PASSWORDS.rewinder} }
  parameters: { unix_socket_directories: "" }
`

const REFUSAL = JSON.stringify({ type: 'urn:problem:maalopfoelgning:unavailable', title: 'Unavailable for a moment', status: 503, detail: 'No server can answer right now. Try again in a moment.', code: 'unavailable' })

/**
 * HAProxy before both: to the primary of PostgreSQL by what Patroni says, and to those of our servers that are ready. A connection to
 * a primary that is none any longer is cut at once, so that nobody waits for it.
 */
export const haproxyConfig = ({ nodes, primaryPort, apiPort, instances }: { nodes: readonly Node[], primaryPort: number, apiPort: number, instances: readonly number[] }): string => `
global
  maxconn 1000
defaults
  timeout connect 3s
  timeout client 60s
  timeout server 60s
  timeout queue 5s
  timeout check 3s
listen primary
  mode tcp
  bind 127.0.0.1:${primaryPort}
  option httpchk OPTIONS /primary
  http-check expect status 200
  default-server inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
${nodes.map(({ name, port, restPort }) => `  server ${name} 127.0.0.1:${port} check port ${restPort}`).join('\n')}
listen api
  mode http
  bind 127.0.0.1:${apiPort}
  balance roundrobin
  option httpchk GET /health/ready
  http-check expect status 200
  http-error status 503 content-type application/problem+json string '${REFUSAL}' hdr retry-after 1
  default-server inter 500ms fall 2 rise 1
${instances.map((port, at) => `  server api${at + 1} 127.0.0.1:${port} check`).join('\n')}
`
