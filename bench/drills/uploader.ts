import { createHash } from "node:crypto"
import type { Agent } from "node:http"
import type { Readable } from "node:stream"
import type { BegunUpload } from "@/lib/requests/uploads/contract"
import { type Sent, send, type ToSend } from "../send"
import { fileRequest } from "./customer"

/** Where an app is, or what stands in front of it, and who sends files there. */
export interface Door {
  /** Where it is asked. */
  address: string
  /** How it calls itself. */
  appUrl: string
  headers: Record<string, string>
  ca?: string
}

export interface Content {
  bytes: number
  body: () => Buffer | Readable
}

/** A client that uploads in the two calls that are the same for every home, and attaches what it has uploaded. */
export class Uploader {
  constructor(readonly door: Door) {}

  async begin(name: string, bytes: number, mediaType = "text/plain"): Promise<BegunUpload> {
    return JSON.parse(await this.#ask(201, "/attachments/uploads", { name, bytes, mediaType }))
  }

  /** Sends content to where it is wanted, or through the app. Returns the status. */
  async put({ uploadUrl, fallbackUrl, headers }: BegunUpload, body: Buffer | Readable, isThroughApp = false) {
    const url = this.reached(isThroughApp ? fallbackUrl : uploadUrl)
    return (await this.#send(url, { method: "PUT", headers, body })).status
  }

  complete = (id: string) => this.#ask(200, `/attachments/uploads/${id}/completion`, {})

  /** Returns the id that the file has from now on. */
  async attach(requestId: string, id: string): Promise<string> {
    return idOf(await this.#ask(201, `/requests/${requestId}/attachments`, { uploads: [id] }))
  }

  /** Uploads a file and attaches it. */
  async upload(requestId: string, name: string, { bytes, body }: Content, isThroughApp = false): Promise<string> {
    const begun = await this.begin(name, bytes, name.endsWith(".mp4") ? "video/mp4" : "text/plain")
    const status = await this.put(begun, body(), isThroughApp)
    if (status !== 200) throw new Error(`The content of ${name} was answered by ${status}.`)
    await this.complete(begun.id)
    return this.attach(requestId, begun.id)
  }

  /** Uploads a file as a form, as a page without scripts does. */
  async sendForm(requestId: string, { bytes, body }: { bytes: number; body: Readable | Buffer }): Promise<Sent> {
    const headers = { "content-type": "multipart/form-data; boundary=b", "content-length": String(bytes) }
    return this.#send(this.#path(`/requests/${requestId}/attachments`), {
      method: "POST",
      headers: { ...this.door.headers, ...headers },
      body,
    })
  }

  /** Saves a file from wherever its address leads, or through the app in one part, and tells what has come. */
  async download(id: string, isThroughApp = false) {
    const [hash, seen] = [createHash("sha256"), { bytes: 0 }]
    const see = (chunk: Buffer) => {
      hash.update(chunk)
      seen.bytes += chunk.length
    }
    const part: Record<string, string> = isThroughApp ? { range: "bytes=0-" } : {}
    const headers = { ...this.door.headers, ...part }
    const first = await this.#send(this.#path(`/attachments/${id}`), { headers, see })
    const { status } = first.status === 302 ? await send(String(first.headers.location), { see }) : first
    return { status, bytes: seen.bytes, sha256: hash.digest("hex") }
  }

  /** Saves a file by connections that are kept, and tells how many bytes have come. */
  async fetch(id: string, agent: Agent): Promise<number> {
    const first = await send(this.#path(`/attachments/${id}`), { headers: this.door.headers, agent })
    const { content } = first.status === 302 ? await send(String(first.headers.location), { agent }) : first
    return content.length
  }

  /** Deletes an upload that is not attached. */
  async drop(id: string): Promise<void> {
    await this.#send(this.#path(`/attachments/uploads/${id}`), { method: "DELETE", headers: this.door.headers })
  }

  async newRequest(): Promise<string> {
    const { ca, address, headers } = this.door
    if (ca) throw new Error("Requests are filed at an app itself.")
    const { id, status } = await fileRequest(address, headers)
    if (!id) throw new Error(`Filing was answered by ${status}.`)
    return id
  }

  /** An address that the app names, as it is reached from here. */
  reached = (url: string): string => url.replace(this.door.appUrl, this.door.address)

  #path = (path: string) => `${this.door.address}/api/v1${path}`

  #send(url: string, what: ToSend): Promise<Sent> {
    const { ca } = this.door
    return send(url, { ...what, ...(ca && url.startsWith("https:") && { ca }) })
  }

  async #ask(wanted: number, path: string, body: object): Promise<string> {
    const headers = { ...this.door.headers, "content-type": "application/json" }
    const answer = await this.#send(this.#path(path), { method: "POST", headers, body: JSON.stringify(body) })
    if (answer.status !== wanted) throw new Refused(answer.status, `${path} was answered by ${answer.content}`)
    return answer.content.toString()
  }
}

export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

const idOf = (answer: string): string => JSON.parse(answer).items[0].id
