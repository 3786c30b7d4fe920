import { readFileSync } from "node:fs"
import { expect, test } from "../api"

type Actions = Record<string, { workers: Record<string, unknown> }>

/** The action of this page alone, as Next names it. */
function actionOf(page: string): string {
  const { node } = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as { node: Actions }
  const found = Object.entries(node).find(([, { workers }]) => Object.keys(workers).join() === `app/${page}/page`)
  if (!found) throw new Error(`${page} has no action of its own.`)
  return found[0]
}

const multipart = (...fields: [string, string][]) => ({
  headers: { "content-type": "multipart/form-data; boundary=x" },
  data: `${fields.map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("")}--x--\r\n`,
})
const text = (data: string) => ({ headers: { "content-type": "text/plain;charset=UTF-8" }, data })

test("a form that names an action of another page is not found", async ({ baseURL, request }) => {
  for (const { headers, data } of [text("[]"), multipart(["0", "[]"])]) {
    const named = { ...headers, origin: baseURL ?? "", "next-action": actionOf("(public)/forgot") }
    const answer = await request.post("/emergency", { headers: named, data, maxRedirects: 0 })
    expect([answer.status(), answer.headers()["x-nextjs-action-not-found"]]).toEqual([404, "1"])
  }
})

test("a form that cannot be read is refused, and is no failure of ours", async ({ baseURL, request }) => {
  const id = actionOf("(public)/forgot")
  const bodies = [
    ...["[", "", "[]", "{}", "5", '["$K1","$F9"]', '[{},"x"]'].map(text),
    multipart(["1", "[]"]),
    multipart(["0", '[{},"$K1"']),
    multipart(["0", '["$1","$2"]']),
  ]
  for (const { headers, data } of bodies) {
    const named = { ...headers, origin: baseURL ?? "", "next-action": id }
    expect((await request.post("/forgot", { headers: named, data })).status(), data).toBe(400)
  }
  const plain = [
    multipart(["$ACTION_REF_1", ""], ["$ACTION_1:0", JSON.stringify({ id, bound: "$@7" })]),
    multipart([`$ACTION_ID_${id}`, ""]),
    { ...multipart(), data: "--x\r\nContent-Disposition" },
  ]
  for (const { headers, data } of plain) {
    const sent = await request.post("/forgot", { headers: { ...headers, origin: baseURL ?? "" }, data })
    expect(sent.status(), data).toBe(400)
  }
})
