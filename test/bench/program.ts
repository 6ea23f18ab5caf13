import { readFileSync } from 'node:fs'

// How the program is started, as `npm start` does it: what is measured is that.

const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { scripts: { start: string } }
const [, ...words] = scripts.start.split(' ')

/** What Node is given, without the file. */
export const FLAGS = words.filter(word => word.startsWith('--'))
/** All that Node is given, from the root of the project. */
export const START = words
