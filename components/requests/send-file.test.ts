import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { NotSent } from "./ask-again"
import { forgetUpload, notBegun, sendFile } from "./send-file"

const UPLOADS = "/api/v1/attachments/uploads"
const COMPLETION = `${UPLOADS}/1/completion`
const TO = "/uploads/requests/2"
const file = new File(["a note"], "a.txt", { type: "text/plain" })

interface Call {
  method: string
  path: string
  key: string | undefined
}

/** In milliseconds: longer than all pauses between tries together, and far from the end of an upload. */
const LONGEST_WAITING = 30_000

let calls: Call[]
/** Answers by path, the next first; what has none is accepted. */
let answers: Record<string, (Response | "none")[]>
let begun: object

class Sender {
  upload: { onprogress?: (event: object) => void } = {}
  status = 0
  onloadend = () => {}
  path = ""
  open(_: string, path: string) {
    this.path = path
  }
  setRequestHeader() {}
  abort() {}
  send() {
    const answer = answered("PUT", this.path)
    this.status = answer === "none" ? 0 : answer.status
    this.onloadend()
  }
}

function answered(method: string, path: string, key?: string) {
  calls.push({ method, path, key })
  return answers[path]?.shift() ?? (path === UPLOADS ? Response.json(begun, { status: 201 }) : Response.json({}))
}

beforeEach(() => {
  vi.useFakeTimers()
  calls = []
  answers = {}
  const address = "https://gas.example/uploads/incoming/1?signature=x"
  const expiresAt = new Date(Date.now() + 600_000).toISOString()
  begun = { id: "1", uploadUrl: address, fallbackUrl: address, headers: { "content-type": "text/plain" }, expiresAt }
  vi.stubGlobal("document", { documentElement: { dataset: { account: "3" } } })
  vi.stubGlobal("XMLHttpRequest", Sender)
  vi.stubGlobal("fetch", async (path: string, { method, headers = {} }: { method: string; headers?: object }) => {
    const answer = answered(method, path, (headers as Record<string, string>)["idempotency-key"])
    if (answer === "none") throw new TypeError("Failed to fetch")
    return answer
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const problem = (status: number, detail: string, headers: Record<string, string> = {}) =>
  Response.json({ detail }, { status, headers })
const paths = () => calls.map(({ method, path }) => `${method} ${path}`)
const HERE = "/uploads/incoming/1?signature=x"

/** Sends, and gives what was thrown. */
async function send(progress = notBegun()) {
  const sent = sendFile(file, progress, { to: TO, signal: new AbortController().signal, onProgress: () => {} })
  const outcome = sent.then(
    () => undefined,
    (thrown: unknown) => thrown as NotSent,
  )
  await vi.advanceTimersByTimeAsync(LONGEST_WAITING)
  return outcome
}

test("a file is sent to the address that the page has come from, whatever the app calls itself", async () => {
  expect(await send()).toBeUndefined()
  expect(paths()).toEqual([`POST ${UPLOADS}`, `PUT ${HERE}`, `POST ${COMPLETION}`, `POST ${TO}`])
})

test("a file goes to a store first, and by the app where the store is out of reach", async () => {
  begun = { ...begun, uploadUrl: "https://store.example/1" }
  answers["https://store.example/1"] = ["none"]
  expect(await send()).toBeUndefined()
  expect(paths().slice(1, 3)).toEqual(["PUT https://store.example/1", `PUT ${HERE}`])
})

test("another try goes on where the last one ended, by the same key, and nothing is deleted", async () => {
  const progress = notBegun()
  answers[TO] = ["none", "none", "none", "none"]
  expect(await send(progress)).toMatchObject({ again: true })
  const keys = new Set(calls.filter(({ path }) => path === TO).map(({ key }) => key))
  expect([keys.size, progress.mayBeAttached]).toEqual([1, true])
  calls = []
  expect(await send(progress)).toBeUndefined()
  expect(paths()).toEqual([`POST ${COMPLETION}`, `POST ${TO}`])
  expect(keys).toContain(calls[1]?.key)
})

test("what was refused is asked anew by another key, since a key keeps its answer", async () => {
  const progress = notBegun()
  answers[TO] = [problem(409, "A request can have up to 20 files.")]
  expect(await send(progress)).toMatchObject({ message: "A request can have up to 20 files.", again: true })
  expect(await send(progress)).toBeUndefined()
  const [first, second] = calls.filter(({ path }) => path === TO)
  expect(first?.key).not.toBe(second?.key)
  expect(paths().filter((it) => it.startsWith("PUT"))).toHaveLength(1)
})

test.each([409, 429, 503])("what is answered %i and says when, is asked again then", async (status) => {
  answers[COMPLETION] = [problem(status, "Later.", { "retry-after": "2" })]
  expect(await send()).toBeUndefined()
  expect(paths().filter((it) => it.endsWith("completion"))).toHaveLength(2)
})

test("what will not be possible for hours is not waited for, and says why", async () => {
  answers[UPLOADS] = [problem(429, "You can upload 5 MB more tomorrow.", { "retry-after": "40000" })]
  expect(await send()).toMatchObject({ message: "You can upload 5 MB more tomorrow.", again: true })
  expect(calls).toHaveLength(1)
})

test("a file that is refused for what it is cannot be tried again", async () => {
  answers[COMPLETION] = [problem(415, "“a.txt” is not one of ours.")]
  expect(await send()).toMatchObject({ again: false })
})

test("what had not arrived after all is sent again, and what has ended is begun again", async () => {
  const progress = notBegun()
  answers[COMPLETION] = [problem(409, "The file has not arrived yet.")]
  expect(await send(progress)).toMatchObject({ again: true })
  vi.advanceTimersByTime(601_000)
  calls = []
  expect(await send(progress)).toBeUndefined()
  expect(paths()).toEqual([`DELETE ${UPLOADS}/1`, `POST ${UPLOADS}`, `PUT ${HERE}`, `POST ${COMPLETION}`, `POST ${TO}`])
})

test("a file that its sender removes is deleted, also where pages come over plain HTTP", async () => {
  vi.stubGlobal("crypto", {})
  const progress = notBegun()
  answers[TO] = [problem(409, "Not now.")]
  expect(await send(progress)).toBeInstanceOf(NotSent)
  forgetUpload(progress)
  expect(calls.at(-1)).toMatchObject({ method: "DELETE", path: `${UPLOADS}/1` })
})
