/**
 * A text as bytes that are kept: in memory of their own. `Buffer.from` cuts what is small from a piece of 64 KB, which stays as long as anything
 * that was cut from it.
 */
export function lasting (text: string | Buffer): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text))
  if (typeof text === 'string') bytes.write(text)
  else text.copy(bytes)
  return bytes
}
