import yauzl, { type Entry, type ZipFile } from 'yauzl'

/** What is wrong with an archive, in words for the one who sent it. */
export class ZipError extends Error {}

/** The files of an archive by name. Each is unpacked piece by piece, never beyond the size that it declares, or a limit in bytes. */
export type Zip = { has: (name: string) => boolean, unpack: (name: string, limit?: number) => AsyncGenerator<Uint8Array> }

const MOST_ENTRIES = 10_000

/**
 * Opens a ZIP archive by its directory.
 * @param limit how many bytes the files may have together, unpacked
 * @param signal ends the unpacking with its reason
 * @throws ZipError
 */
export async function openZip (bytes: Buffer, limit: number, signal?: AbortSignal): Promise<Zip> {
  const archive = await knownErrors(() => yauzl.fromBufferPromise(bytes, { lazyEntries: true }))
  if (archive.entryCount > MOST_ENTRIES) throw new ZipError(`it has ${archive.entryCount} files inside`)
  const entries = await knownErrors(() => entriesOf(archive))
  const size = [...entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (size > limit) throw new ZipError(`unpacked it has ${Math.ceil(size / 1e6)} MB, and ${Math.floor(limit / 1e6)} MB are taken at most`)

  async function * unpack (name: string, limit = Infinity): AsyncGenerator<Uint8Array> {
    const entry = entries.get(name)
    if (entry === undefined) throw new ZipError(`it has no ${name} inside`)
    if (entry.uncompressedSize > limit) throw new ZipError(`${name} inside has ${Math.ceil(entry.uncompressedSize / 1e6)} MB, which is too much`)
    const stream = await knownErrors(() => archive.openReadStreamPromise(entry))
    const pieces = stream.iterator()
    for (;;) {
      const { done, value } = await knownErrors(() => pieces.next()) as IteratorResult<Uint8Array>
      signal?.throwIfAborted()
      if (done === true) return
      yield value
    }
  }

  return { has: name => entries.has(name), unpack }
}

async function entriesOf (archive: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  for await (const entry of archive.eachEntry()) {
    if (entry.isEncrypted()) throw new ZipError('it is protected by a password')
    if (entries.has(entry.fileName)) throw new ZipError(`it has ${entry.fileName} twice inside`)
    entries.set(entry.fileName, entry)
  }
  return entries
}

/** Whatever the library finds wrong is the file's fault: it reads nothing but the bytes. */
async function knownErrors<T> (read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError(`it is broken or cut off (${(error as Error).message})`)
  }
}
