import { beforeEach, expect, test } from "vitest"
import { fileRequest } from "@/lib/dispatch/file-request"
import { download } from "@/lib/http/download"
import type { Actor } from "@/lib/model/actor"
import { env } from "@/lib/runtime/env"
import { call } from "@/lib/testing/api"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { buryStore, filesInStore, withFreshStore } from "@/lib/testing/store"
import { attachFiles } from "./attach-files"
import { openAttachment } from "./open-attachment"
import { attachmentOperations } from "./operations"

withFreshStore()

const GET = download(attachmentOperations.openAttachment, openAttachment)

/** Names that somebody might give a file to do harm. */
const NAMES: readonly string[] = [
  "a".repeat(5000),
  `${"a".repeat(5000)}.pdf`,
  "../../../../etc/passwd",
  "..\\..\\..\\Windows\\win.ini",
  "/etc/cron.d/job",
  "C:\\Windows\\System32\\a.dll",
  "..",
  ".",
  "....//....//a",
  "%2e%2e%2f%2e%2e%2fa",
  "a\0.txt",
  "a.txt\r\nSet-Cookie: session=stolen",
  "a.txt\nContent-Type: text/html\n\n<script>",
  'a"; filename="b.html',
  "CON",
  "con.txt",
  "NUL.tar.gz",
  "COM1.pdf",
  "photo\u202egpj.exe",
  "invoice.pdf.exe",
  "photo.jpg.html",
  "a.txt ",
  "a.txt.",
  "<img src=x onerror=alert(1)>.txt",
  "$(id).txt",
  "a;rm -rf ~.txt",
  "-rf",
  "～／．．／a",
  "\ud800.txt",
  "e\u0301".repeat(300),
  "\u200b\u200d\ufeff",
  "👩‍👩‍👧‍👦.txt",
  "__proto__",
  "installation",
  "quarantine/../installation",
]

let customer: Actor
let id: string
let around: string

beforeEach(async () => {
  around = buryStore()
  await emptyDatabase()
  customer = await makeActor("customer")
  ;({ id } = await fileRequest(customer, requestToFile()))
})

async function* note() {
  yield Buffer.from("a note")
}

test.each(NAMES.map((name) => [JSON.stringify(name).slice(0, 60), name]))(
  "a note called %s is stored under its id, and saved as a note",
  async (_, name) => {
    const { items } = await attachFiles(customer, { id }, (take) => take(name, note()))
    const [file] = items
    expect(await filesInStore(around)).toEqual([`${env().ATTACHMENTS_DIR}/${file?.id.slice(-2)}/${file?.id}`])
    expect([...(file?.name ?? "")].length).toBeLessThanOrEqual(120)
    expect(file?.name).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}/\\]+$/u)
    const response = await call(GET, "GET", { actor: customer, params: { id: file?.id ?? "" } })
    expect(response.status).toBe(200)
    const [, plain, exact] =
      /^attachment; filename="([\w .-]+)"; filename\*=UTF-8''([\w.~!#$&+^`|%-]+)$/.exec(
        response.headers.get("content-disposition") ?? "",
      ) ?? []
    expect(plain).toMatch(/\.(txt|log)$/i)
    expect(decodeURIComponent(exact ?? "")).toMatch(/\.txt$/)
    expect(plain).not.toMatch(/^(con|nul|com1)\./i)
    expect(response.headers.get("set-cookie")).toBeNull()
  },
)
