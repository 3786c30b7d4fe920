import { AppError } from "@/lib/model/errors"

const MAX_BYTES = 1_000_000
/** A body that is somewhat too large is read to its end: left half read, it would take the caller's next call along. */
const MOST_READ = 10_000_000
const MAX_DEPTH = 32

/**
 * The JSON object in a request; an empty body is an empty object.
 * @throws AppError `too_large` above 1 MB, `unsupported_media_type`, or `invalid`.
 */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const text = decode(await readBytes(request))
  if (text === "") return {}
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase()
  if (type !== "application/json" && !type?.endsWith("+json"))
    throw new AppError("unsupported_media_type", "Send the body as application/json.")
  if (depth(text) > MAX_DEPTH) throw new AppError("invalid", `JSON can be nested up to ${MAX_DEPTH} levels deep.`)
  const value: unknown = parseText(text)
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new AppError("invalid", "The body must be a JSON object.")
  return value as Record<string, unknown>
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const declared = request.headers.get("content-length")
  if (declared !== null) {
    if (Number(declared) > MAX_BYTES) throw tooLarge()
    return new Uint8Array(await request.arrayBuffer())
  }
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    total += chunk.length
    if (total > MOST_READ) throw tooLarge()
    if (total <= MAX_BYTES) chunks.push(chunk)
  }
  if (total > MAX_BYTES) throw tooLarge()
  return Buffer.concat(chunks)
}

const tooLarge = () => new AppError("too_large", "The body must be 1 MB or smaller.")

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    throw new AppError("invalid", "The body is not valid UTF-8.")
  }
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError("invalid", "The body is not valid JSON.")
  }
}

/** The deepest nesting, counted in the text so that a hostile document is never built. */
function depth(text: string): number {
  let [now, deepest, quoted] = [0, 0, false]
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (quoted) {
      if (char === BACKSLASH) i++
      else if (char === QUOTE) quoted = false
    } else if (char === QUOTE) quoted = true
    else if (char === OPEN_BRACE || char === OPEN_BRACKET) deepest = Math.max(deepest, ++now)
    else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) now--
  }
  return deepest
}
const [QUOTE, BACKSLASH, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [34, 92, 91, 93, 123, 125]
