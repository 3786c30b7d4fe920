import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { AppError } from "@/lib/model/errors"
import { requestIdOf } from "./authenticate"
import { problem } from "./problem"

const READER = "pdf.worker.min.mjs"
/** Reads JPEG 2000, in which scanners write. It is plain JavaScript: the policy of its worker lets no WebAssembly run. */
const READER_OF_SCANS = "openjpeg_nowasm_fallback.js"
const FONT = /^[A-Za-z-]{1,40}\.(?:pfb|ttf)$/
const HEADERS = { "cache-control": "public, max-age=86400", "x-content-type-options": "nosniff" }

/** A file of pdf.js, which runs in the browser: what reads PDFs, or a font that a PDF may use without bringing it. */
export async function pdfFile(request: Request, { params }: { params: Promise<{ asset: string }> }): Promise<Response> {
  const { asset } = await params
  const content = await contentOf(asset)
  if (!content) return problem(new AppError("not_found", "There is no such file."), requestIdOf(request.headers))
  const type = FONT.test(asset) ? "application/octet-stream" : "text/javascript; charset=utf-8"
  return new Response(new Uint8Array(content), { headers: { ...HEADERS, "content-type": type } })
}

async function contentOf(asset: string): Promise<Buffer | undefined> {
  if (asset === READER) return readFile(join(process.cwd(), "node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs"))
  if (asset === READER_OF_SCANS)
    return readFile(join(process.cwd(), "node_modules/pdfjs-dist/wasm/openjpeg_nowasm_fallback.js"))
  if (!FONT.test(asset)) return undefined
  return readFile(join(process.cwd(), "node_modules/pdfjs-dist/standard_fonts", asset)).catch(() => undefined)
}
