import { Id } from "@/lib/model/text"
import { receiveUpload } from "@/lib/requests/uploads/receive-upload"
import { checkUploadAddress } from "@/lib/requests/uploads/upload-address"
import { requestIdOf } from "./authenticate"
import { parse } from "./parse"
import { API_HEADERS, problem } from "./problem"
import type { RouteContext } from "./read-input"
import { bodyOf, drain } from "./upload-body"

/**
 * Takes the content of an upload at the address that `beginUpload` has given, as a store would: whoever has it needs no
 * credentials. The content streams to its home and is never held in memory.
 */
export async function takeSent(request: Request, { params }: RouteContext): Promise<Response> {
  const requestId = requestIdOf(request.headers)
  const body = bodyOf(request)
  try {
    const id = parse(Id, (await params).id)
    checkUploadAddress(id, new URL(request.url).searchParams)
    try {
      const declared = request.headers.get("content-length")
      const bytes = declared === null ? undefined : Number(declared)
      await receiveUpload(id, { mediaType: request.headers.get("content-type"), bytes, content: body ?? NOTHING })
      return new Response(null, { status: 200, headers: { ...API_HEADERS, "x-request-id": requestId } })
    } catch (thrown) {
      const answer = problem(thrown, requestId)
      if (!(await drain(body))) answer.headers.set("connection", "close")
      return answer
    }
  } catch (thrown) {
    // What nobody may send is not read.
    body?.destroy()
    return problem(thrown, requestId)
  }
}

async function* empty(): AsyncGenerator<Uint8Array> {}
const NOTHING = { [Symbol.asyncIterator]: empty }
