// saxen brings no types: what is used here of it.
declare module 'saxen' {
  type Decode = (text: string) => string
  export class Parser {
    on (event: 'openTag', handler: (name: string, attributes: () => Record<string, string>, decode: Decode) => void): this
    on (event: 'closeTag', handler: (name: string) => void): this
    on (event: 'text', handler: (text: string, decode: Decode) => void): this
    on (event: 'cdata' | 'comment' | 'question' | 'attention', handler: (text: string) => void): this
    on (event: 'error' | 'warn', handler: (error: Error) => void): this
    write (xml: string): this
    end (): void
  }
}
