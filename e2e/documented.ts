import { type APIRequestContext, type APIResponse, expect } from "@playwright/test"
import { documentedBy } from "@/lib/testing/undocumented"

interface Checked {
  paths: { template: string; pattern: RegExp }[]
  besides: ReturnType<typeof documentedBy>
}

/** The documentation is the same on every server, so that it is read once. */
let checked: Promise<Checked> | undefined

async function read(request: APIRequestContext): Promise<Checked> {
  const document = await (await request.get("/api/openapi.json")).json()
  const templates = Object.keys(document.paths).toSorted((a, b) => a.split("{").length - b.split("{").length)
  const paths = templates.map((template) => ({
    template,
    pattern: new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}/?$`),
  }))
  return { paths, besides: documentedBy(document) }
}

/** The answer of a call, which has to be as the documentation of the server says. */
export async function asDocumented(
  request: APIRequestContext,
  method: string,
  path: string,
  sent: Promise<APIResponse>,
): Promise<APIResponse> {
  const response = await sent
  checked ??= read(request)
  const { paths, besides } = await checked
  const [plain = ""] = path.split("?")
  const template = paths.find(({ pattern }) => pattern.test(plain))?.template ?? plain
  const headers = response.headers()
  const header = (name: string) => headers[name] ?? null
  const body = header("content-disposition") ? undefined : await response.text()
  const found = besides(method, template, { status: response.status(), header, body })
  expect(found, `what is not documented of the answer to ${method} ${path}`).toEqual([])
  return response
}
