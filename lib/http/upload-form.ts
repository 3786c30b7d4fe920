import { Readable } from "node:stream"
import { z } from "zod"
import { AppError } from "@/lib/model/errors"
import type { Contract } from "@/lib/model/operation"
import { REFUSALS, type Refusal, type RefusedFile } from "@/lib/model/refused-file"
import { cleanName } from "@/lib/platform/storage/store-file"
import { UploadIds } from "@/lib/requests/attachments/contract"
import type { Upload } from "@/lib/requests/attachments/store-upload"
import { callerOf, requestIdOf } from "./authenticate"
import { parse } from "./parse"
import { problem } from "./problem"
import type { RouteContext } from "./read-input"
import { refusedFilesHeader } from "./refused-files"
import { bodyOf, drain } from "./upload-body"
import { isJson, isOfUpload, mostOfForm, namedUploads, type UploadVerb, uploadOf } from "./upload-endpoint"

/** What is looked at of a form without scripts, where nobody could say before sending that a file is too large. */
const mostLookedAt = () => ({ bytes: Math.max(100_000_000, mostOfForm()), files: 50 })

/** Where scripts of our pages name what they have sent before. It is no part of the API. */
const SCRIPTED = {
  method: "post",
  path: "/uploads/{page}",
  tag: "Attachments",
  summary: "Attach uploads",
  status: 204,
} as const

/**
 * A route handler for an upload form on a page. The good files of several are kept. It redirects back to the page, which
 * names those that were refused; a failure of the whole is named in the query.
 */
export function uploadForm<I extends z.ZodObject, O extends z.ZodType>(
  op: Contract<I, O, "account">,
  verb: UploadVerb<I, O>,
  back: (input: z.output<I>) => string,
) {
  const input: z.ZodObject = op.input.extend({ uploads: UploadIds })
  const takeNamed = namedUploads(
    { ...SCRIPTED, access: op.access, ...(op.keys && { keys: op.keys }), input, output: z.unknown() },
    verb as UploadVerb<z.ZodObject, z.ZodType>,
  )
  return async (request: Request, context: RouteContext): Promise<Response> => {
    // So do scripts of our pages, which send each file before.
    if (isJson(request)) return takeNamed(request, context)
    let location = "/"
    const body = bodyOf(request)
    const refused: RefusedFile[] = []
    try {
      // A route without parameters is given none at all.
      const input = parse(op.input, { ...(await context.params) })
      location = back(input)
      const caller = await callerOf(op, request)
      await verb(caller, input, keepingGood(uploadOf(request, body, mostLookedAt()), refused))
    } catch (thrown) {
      await drain(body)
      if (!(thrown instanceof AppError)) return problem(thrown, requestIdOf(request.headers))
      if (thrown.code === "unauthenticated")
        return onTo(`/sign-in?next=${encodeURIComponent(`${location}?upload=signed_out`)}`)
      // With every file refused there was none to keep.
      if (thrown.code !== "invalid" || refused.length === 0) return onTo(`${location}?upload=${thrown.code}`)
    }
    return refused.length > 0 ? onTo(`${location}?upload=refused`, refusedFilesHeader(refused)) : onTo(location)
  }
}

const onTo = (location: string, headers: Record<string, string> = {}) =>
  new Response(null, { status: 303, headers: { ...headers, location } })

/** The same upload, where a file that cannot be taken is written down and does not end it. */
const keepingGood =
  (upload: Upload, refused: RefusedFile[]): Upload =>
  (take, use) =>
    upload(async (name, content) => {
      try {
        await take(name, leftWhole(content))
      } catch (thrown) {
        if (!(thrown instanceof AppError) || isOfUpload(thrown) || !isRefusal(thrown.code)) throw thrown
        refused.push({ name: cleanName(name), code: thrown.code })
        // The others come after it.
        if (content instanceof Readable) content.resume()
      }
    }, use)

const isRefusal = (code: string): code is Refusal => (REFUSALS as readonly string[]).includes(code)

/** Whoever stops reading leaves the stream as it is, so that the rest can be passed over. */
const leftWhole = (content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  content instanceof Readable ? content.iterator({ destroyOnReturn: false }) : content
