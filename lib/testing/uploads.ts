import { takeSent } from "@/lib/http/take-sent"
import type { Actor } from "@/lib/model/actor"
import { beginUpload } from "@/lib/requests/uploads/begin-upload"
import { completeUpload } from "@/lib/requests/uploads/complete-upload"
import { env } from "@/lib/runtime/env"

type Content = string | Uint8Array<ArrayBuffer>

/** Sends content to the address of an upload: to the app itself, or to a store. */
export function putTo(address: string, headers: Record<string, string>, content: Content): Promise<Response> {
  const request = new Request(address, { method: "PUT", headers, body: content })
  if (!address.startsWith(`${env().APP_URL}/`)) return fetch(request)
  const id = new URL(address).pathname.split("/").at(-1) ?? ""
  return takeSent(request, { params: Promise.resolve({ id }) })
}

export const beginFor = (actor: Actor, name: string, content: Content, more: { sha256?: string } = {}) =>
  beginUpload(actor, { name, bytes: Buffer.byteLength(content), mediaType: "application/octet-stream", ...more })

/** An upload of the actor whose content has been sent. */
export async function sendUpload(actor: Actor, name: string, content: Content) {
  const begun = await beginFor(actor, name, content)
  const { status } = await putTo(begun.uploadUrl, begun.headers, content)
  if (status >= 300) throw new Error(`The upload was answered ${status}.`)
  return begun
}

/** The id of an upload of the actor that can be attached. */
export async function readyUpload(actor: Actor, name: string, content: Content): Promise<string> {
  const { id } = await sendUpload(actor, name, content)
  await completeUpload(actor, { id })
  return id
}
