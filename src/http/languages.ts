/** The languages of the pages, the one for those who ask for neither first. */
export const LANGUAGES = ['da', 'en'] as const
export type Language = typeof LANGUAGES[number]

/** The language that is asked for in the address, or else preferred by the browser; `usual` where neither says. */
export function languageOf (asked: unknown, accepted = '', usual: Language = 'da'): Language {
  const known = LANGUAGES.find(language => language === asked)
  if (known !== undefined) return known
  const wishes = accepted.split(',').map(part => {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(/\s*;\s*/)
    return { language: range.split('-')[0], quality: Number(parameters.find(one => one.startsWith('q='))?.slice(2) ?? 1) }
  })
  const quality = (language: Language): number => wishes.find(wish => wish.language === language)?.quality ?? 0
  if (quality('en') === quality('da')) return usual
  return quality('en') > quality('da') ? 'en' : 'da'
}
