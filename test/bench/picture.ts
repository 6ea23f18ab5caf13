/** What a part of a request takes, in microseconds of the server's processor. */
export type Part = { name: string, us: number }
/** One kind of request, its parts in their order. */
export type Bar = { name: string, parts: readonly Part[] }

const WIDTH = 880
const LEFT = 170
const BAR = 34
const COLOURS = ['#5b8ff9', '#5ad8a6', '#f6bd16', '#e8684a', '#6dc8ec', '#9270ca']

/** A picture of where the time of requests goes: one bar a request, one colour a part, the same scale for all. */
export function pictureOf (title: string, bars: readonly Bar[]): string {
  const names = [...new Set(bars.flatMap(({ parts }) => parts.map(({ name }) => name)))]
  const scale = (WIDTH - LEFT - 90) / Math.max(...bars.map(totalOf))
  const legendTop = 62 + bars.length * (BAR + 16)
  const rows = bars.map((bar, row) => {
    const top = 46 + row * (BAR + 16)
    let left = LEFT
    const pieces = bar.parts.map(({ name, us }) => {
      const width = us * scale
      const piece = `<rect x="${left.toFixed(1)}" y="${top}" width="${width.toFixed(1)}" height="${BAR}" fill="${COLOURS[names.indexOf(name)] ?? '#999'}"><title>${name}: ${Math.round(us)} µs</title></rect>${width > 26 ? text(left + width / 2, top + 22, String(Math.round(us)), 'text-anchor="middle" fill="#fff"') : ''}`
      left += width
      return piece
    })
    return [text(0, top + 22, bar.name), ...pieces, text(left + 8, top + 22, `${Math.round(totalOf(bar))} µs`)].join('\n')
  })
  const legend = names.map((name, at) => `<rect x="${at % 2 === 0 ? 0 : WIDTH / 2}" y="${legendTop + Math.floor(at / 2) * 22}" width="12" height="12" fill="${COLOURS[at] ?? '#999'}"/>${text((at % 2 === 0 ? 0 : WIDTH / 2) + 20, legendTop + 11 + Math.floor(at / 2) * 22, name)}`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 0 ${WIDTH + 20} ${legendTop + Math.ceil(names.length / 2) * 22 + 8}" font-family="system-ui, sans-serif" font-size="14" role="img" aria-label="${title}">
<rect x="-10" y="0" width="100%" height="100%" fill="#fff"/>
${[text(0, 24, title, 'font-weight="600"'), ...rows, ...legend].join('\n')}
</svg>
`
}

const totalOf = ({ parts }: Bar): number => parts.reduce((sum, { us }) => sum + us, 0)

const text = (x: number, y: number, words: string, more = 'fill="#222"'): string => `<text x="${x.toFixed(1)}" y="${y}" ${more.includes('fill') ? more : `${more} fill="#222"`}>${words}</text>`
