import { type IncomingMessage, type OutgoingHttpHeaders, Server, type ServerResponse } from "node:http"
import { promisify } from "node:util"
import { gzip } from "node:zlib"

/** The pages that everybody who is not signed in is shown alike. */
const PAGES: ReadonlySet<string> = new Set(["/", "/emergency", "/sign-in"])
const KEPT_MS = 60_000
const POLICY = "content-security-policy"
const NONCE = /'nonce-([^']+)'/
/** Belongs to one answer, not to the page. */
const OF_ONE_ANSWER = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "date",
  "keep-alive",
  "transfer-encoding",
])

interface Kept {
  headers: OutgoingHttpHeaders
  policy: string[]
  /** What stands between the places of the nonce. */
  html: string[]
  until: number
}

const compress = promisify(gzip)

/**
 * Answers for Next with the page that it made for another visitor at most a minute ago, with a nonce of its own: nobody waits
 * for the page that says what to do when it smells of gas, however many ask, and it needs no database.
 */
export function serveFromMemory(keptMs = KEPT_MS): void {
  const kept = new Map<string, Kept>()
  const { emit } = Server.prototype
  Server.prototype.emit = function (this: Server, ...args: Parameters<typeof emit>) {
    const [event, request, response] = args as unknown as [string, IncomingMessage, ServerResponse]
    if (event !== "request" || !isForAll(request)) return emit.apply(this, args)
    const { url = "/", headers } = request
    const page = kept.get(url)
    if (page && page.until > Date.now()) {
      void answer(response, page, /\bgzip\b/.test(String(headers["accept-encoding"])))
      return true
    }
    // As bytes that can be read.
    delete headers["accept-encoding"]
    collect(response, (made) => kept.set(url, { ...made, until: Date.now() + keptMs }))
    return emit.apply(this, args)
  } as typeof emit
}

/** A whole page, asked for by somebody of whom nothing is known. */
const isForAll = ({ method, url = "", headers }: IncomingMessage): boolean =>
  method === "GET" && PAGES.has(url) && headers.cookie === undefined && headers.rsc === undefined

async function answer(response: ServerResponse, { headers, policy, html }: Kept, zipped: boolean): Promise<void> {
  const nonce = btoa(crypto.randomUUID())
  const page = html.join(nonce)
  const body = zipped ? await compress(page) : Buffer.from(page)
  response.writeHead(200, {
    ...headers,
    [POLICY]: policy.join(nonce),
    ...(zipped && { "content-encoding": "gzip" }),
    "content-length": body.byteLength,
  })
  response.end(body)
}

function collect(response: ServerResponse, then: (made: Omit<Kept, "until">) => void): void {
  const chunks: Buffer[] = []
  const write = response.write.bind(response) as (...args: unknown[]) => boolean
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse
  const add = (chunk: unknown) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  response.write = (...args: unknown[]) => {
    add(args[0])
    return write(...args)
  }
  response.end = (...args: unknown[]) => {
    add(args[0])
    return end(...args)
  }
  response.once("finish", () => {
    const headers = response.getHeaders()
    const policy = String(headers[POLICY])
    const nonce = policy.match(NONCE)?.[1]
    if (response.statusCode !== 200 || headers["set-cookie"] || !nonce) return
    const kept = Object.entries(headers).filter(([name]) => !OF_ONE_ANSWER.has(name))
    const html = Buffer.concat(chunks).toString().split(nonce)
    then({ headers: Object.fromEntries(kept), policy: policy.split(nonce), html })
  })
}
