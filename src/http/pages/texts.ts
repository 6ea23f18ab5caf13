import type { Language } from '../languages.ts'
import { da, type Texts } from './texts-da.ts'
import { en } from './texts-en.ts'

export type { Texts }
export const TEXTS: Record<Language, Texts> = { da, en }
