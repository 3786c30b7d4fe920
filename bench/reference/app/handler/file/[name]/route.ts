import { createReadStream, createWriteStream } from "node:fs"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { ReadableStream as WebStream } from "node:stream/web"

const pathOf = async (params: Promise<{ name: string }>) => join(process.env.FILES ?? "", (await params).name)

interface Context {
  params: Promise<{ name: string }>
}

/** The least that an upload can be in a handler: the body is written to a folder and synced, and nobody is asked who they are. */
export async function PUT(request: Request, { params }: Context) {
  const path = await pathOf(params)
  await pipeline(Readable.fromWeb(request.body as WebStream), createWriteStream(path, { flush: true }))
  return new Response(null, { status: 200 })
}

export async function GET(_: Request, { params }: Context) {
  return new Response(Readable.toWeb(createReadStream(await pathOf(params))) as ReadableStream)
}
