import { ask, NotSent } from "@/components/requests/ask-again"
import { madeFor } from "@/components/ui/json-headers"
import { thisWindow } from "@/components/ui/this-window"
import type { BegunUpload } from "@/lib/requests/uploads/contract"

/** How far a file has come, so that another try goes on from there. */
export interface UploadProgress {
  /** Names the calls that are to be done once. */
  key: string
  begun?: BegunUpload
  isSent?: boolean
  /** Whether it may be attached: the page does not know before it looks. */
  mayBeAttached?: boolean
}

interface Sending {
  /** Where the upload is attached, once it is complete. Left out for one that goes with a message, which attaches it. */
  to?: string | undefined
  signal: AbortSignal
  /** Told which part has been sent, from 0 to 1. */
  onProgress: (part: number) => void
}

const UPLOADS = "/api/v1/attachments/uploads"

let keys = 0
/** Used once, and in no other window. */
const newKey = () => `${thisWindow()}-${++keys}`

export const notBegun = (): UploadProgress => ({ key: newKey() })

/**
 * Uploads a file straight to where files are kept, and attaches it. What an earlier try has done is not done again. Returns
 * the id of the upload.
 * @throws NotSent
 * @throws DOMException when it is cancelled
 */
export async function sendFile(
  file: File,
  progress: UploadProgress,
  { to, signal, onProgress }: Sending,
): Promise<string> {
  const begun = await begin(file, progress, signal)
  const ofUpload = `${UPLOADS}/${begun.id}`
  if (!progress.isSent) await putSomewhere(begun, file, signal, onProgress)
  progress.isSent = true
  onProgress(1)
  // Where nothing has arrived after all, it is sent again.
  await ask(`${ofUpload}/completion`, {}, { signal }).catch((thrown) => {
    if (thrown instanceof NotSent && thrown.isAnswered) progress.isSent = false
    throw thrown
  })
  if (to === undefined) return begun.id
  progress.mayBeAttached = true
  await asked(progress, (key) => ask(to, { uploads: [begun.id] }, { signal, key }))
  return begun.id
}

/** Begins an upload, unless one was begun whose addresses are still good. */
async function begin(file: File, progress: UploadProgress, signal: AbortSignal): Promise<BegunUpload> {
  const { begun, isSent } = progress
  if (begun && (isSent || new Date(begun.expiresAt).getTime() > Date.now())) return begun
  forgetUpload(progress)
  const mediaType = /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : "application/octet-stream"
  const announced = { name: file.name, bytes: file.size, mediaType }
  progress.begun = (await asked(progress, (key) => ask(UPLOADS, announced, { signal, key }))) as BegunUpload
  return progress.begun
}

/** A key keeps a refusal, too: what was refused is asked anew the next time, and what was not answered is asked for. */
async function asked<T>(progress: UploadProgress, call: (key: string) => Promise<T>): Promise<T> {
  try {
    const answer = await call(progress.key)
    progress.key = newKey()
    return answer
  } catch (thrown) {
    if (thrown instanceof NotSent && thrown.isAnswered) progress.key = newKey()
    throw thrown
  }
}

/** Deletes what was begun. Otherwise it would go by itself after a day. */
export function forgetUpload(progress: UploadProgress): void {
  const { begun } = progress
  Object.assign(progress, { ...notBegun(), begun: undefined, isSent: false })
  if (begun) deleteUpload(begun.id)
}

export const deleteUpload = (id: string): void =>
  void fetch(`${UPLOADS}/${id}`, { method: "DELETE", keepalive: true, headers: madeFor() }).catch(() => undefined)

/** Where a browser does not reach the store itself, the app takes the content for it: at the address of this page. */
async function putSomewhere(
  { uploadUrl, fallbackUrl, headers }: BegunUpload,
  file: File,
  signal: AbortSignal,
  onProgress: Sending["onProgress"],
): Promise<void> {
  const here = pathOf(fallbackUrl)
  for (const address of new Set([uploadUrl === fallbackUrl ? here : uploadUrl, here])) {
    const status = await put(address, headers, file, signal, onProgress)
    if (status >= 200 && status < 300) return
  }
  throw new NotSent("The file could not be sent. Check your connection.", true)
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address)
  return pathname + search
}

/** Returns the status, or 0 when there was no answer. Only this kind of request tells how far it is. */
function put(
  address: string,
  headers: BegunUpload["headers"],
  file: File,
  signal: AbortSignal,
  onProgress: Sending["onProgress"],
): Promise<number> {
  return new Promise((resolve, fail) => {
    const request = new XMLHttpRequest()
    request.open("PUT", address)
    // Browsers know the length themselves.
    for (const [name, value] of Object.entries(headers))
      if (name !== "content-length") request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onloadend = () => resolve(request.status)
    signal.addEventListener("abort", () => {
      fail(signal.reason)
      request.abort()
    })
    if (signal.aborted) fail(signal.reason)
    else request.send(file)
  })
}
