import { openFiles } from './file-surface.ts'
import { openGraphql } from './graphql-surface.ts'
import { openHttp } from './http-surface.ts'
import type { Subject, Surface } from './surface.ts'

/** What can be fuzzed beside the contract. */
export const SURFACES = { graphql: openGraphql, files: openFiles, http: openHttp }
export type SurfaceName = keyof typeof SURFACES
export const isSurface = (name: string): name is SurfaceName => Object.hasOwn(SURFACES, name)

/** Opens a surface of a server. */
export const openSurface = async (name: SurfaceName, subject: Subject): Promise<Surface<unknown>> => await SURFACES[name](subject) as Surface<unknown>
