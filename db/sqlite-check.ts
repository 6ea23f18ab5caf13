import Client from 'better-sqlite3'

// A process of its own: reads every page of a file, while the server goes on. It writes `ok`, or what is wrong with the file.
try {
  const connection = new Client(process.argv[2], { readonly: true, fileMustExist: true })
  process.stdout.write(String(connection.pragma('quick_check(1)', { simple: true })))
} catch (error) {
  const { code = '', message } = error as { code?: string, message: string }
  if (!/^SQLITE_(CORRUPT|NOTADB)/.test(code)) throw error
  process.stdout.write(message)
}
