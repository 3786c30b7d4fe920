import { request as plainly } from "node:http"
import { request as securely } from "node:https"

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

interface Wanted {
  method?: string
  headers?: Record<string, string>
  body?: FormData | string
  /** Called with each piece as it arrives. */
  hear?: (piece: string) => void
}

/** Asks by a connection of its own, trusting `certificate` alone. Rejects when the connection breaks. */
export async function ask(
  url: string,
  certificate: string,
  { method, headers, body, hear }: Wanted = {},
): Promise<Answer> {
  // What a form looks like on the wire, the platform knows best.
  const form = body instanceof FormData ? new Response(body) : undefined
  const content = form ? Buffer.from(await form.arrayBuffer()) : String(body ?? "")
  const type: Record<string, string> = form ? { "content-type": form.headers.get("content-type") ?? "" } : {}
  const length = body ? { "content-length": String(Buffer.byteLength(content)) } : {}
  const options = {
    method: method ?? (body ? "POST" : "GET"),
    agent: false,
    headers: { ...type, ...length, ...headers },
  }
  return new Promise((resolve, reject) => {
    const sent = url.startsWith("https:") ? securely(url, { ...options, ca: certificate }) : plainly(url, options)
    sent.on("error", reject).on("response", (response) => {
      let text = ""
      response.setEncoding("utf8").on("error", reject)
      response.on("data", (piece: string) => {
        text += piece
        hear?.(piece)
      })
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    sent.end(content)
  })
}

/** A browser without scripts: it keeps cookies and sends forms as they stand in the page. */
export function browse(origin: string, certificate: string, sentTo = origin) {
  const cookies = new Map<string, string>()
  const go = async (path: string, wanted: Wanted = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const answer = await ask(`${sentTo}${path}`, certificate, {
      ...wanted,
      headers: { ...wanted.headers, cookie, origin },
    })
    for (const line of [answer.headers["set-cookie"] ?? []].flat()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    return answer
  }
  return {
    go,
    /** Sends the last form of a page with these fields, and gives the answer before any redirect. */
    async send(path: string, fields: Record<string, string>) {
      const forms = (await go(path)).text.match(/<form\b[^>]*method="POST"[^>]*>.*?<\/form>/gis) ?? []
      const form = new FormData()
      for (const [, name = "", value = ""] of forms
        .at(-1)
        ?.matchAll(/type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g) ?? [])
        form.append(name, value.replaceAll("&quot;", '"'))
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      return go(path, { body: form })
    },
  }
}
