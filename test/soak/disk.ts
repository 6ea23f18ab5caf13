import { execFile, execFileSync } from 'node:child_process'
import { rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A disk of its own, which can be filled up. @returns null where none can be mounted, which takes root */
export function mountDisk (folder: string, megabytes: number) {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  // Before the folder is removed; lazily, for the server may still run.
  process.prependListener('exit', () => { execFileSync('umount', ['--lazy', folder]) })
  const ballast = join(folder, 'ballast')

  return {
    /** Takes all room that there is now, by a file that grows. */
    fill: async (): Promise<void> => {
      await promisify(execFile)('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=64k', 'oflag=append', 'conv=notrunc']).catch(() => {})
    },
    free: (): void => { rmSync(ballast, { force: true }) },
    freeMegabytes: (): number => {
      const { bavail, bsize } = statfsSync(folder)
      return Math.round(bavail * bsize / 1024 / 1024)
    }
  }
}

export type Disk = NonNullable<ReturnType<typeof mountDisk>>
