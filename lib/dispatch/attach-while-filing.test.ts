import { eq } from "drizzle-orm"
import { beforeEach, expect, test, vi } from "vitest"
import { POST } from "@/app/uploads/drafts/[draft]/route"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { uploads } from "@/db/schema/uploads"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { discardDraft } from "@/lib/requests/drafts/discard-draft"
import { getRequest } from "@/lib/requests/get-request"
import { placeFiles } from "@/lib/requests/uploads/claim-uploads"
import { call } from "@/lib/testing/api"
import { makeDraft } from "@/lib/testing/drafts"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { withFreshStore } from "@/lib/testing/store"
import { readyUpload } from "@/lib/testing/uploads"
import { fileAnswers } from "./file-draft"

vi.mock("@/lib/requests/uploads/claim-uploads", async (load) => {
  const real = await load<typeof import("@/lib/requests/uploads/claim-uploads")>()
  return { ...real, placeFiles: vi.fn(real.placeFiles) }
})

withFreshStore()
let customer: Actor
let draft: { draft: string }
let upload: string
beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  draft = await makeDraft(customer, { category: "billing" })
  upload = await readyUpload(customer, "a.txt", "a note")
})

const send = () => fileAnswers(customer, draft, () => requestToFile())
const attach = () => {
  const headers = { "idempotency-key": upload, "content-type": "application/json" }
  return call(POST, "POST", { actor: customer, params: draft, body: { uploads: [upload] }, headers })
}

test("an upload that could not be attached to a draft is attached when the same call is sent again", async () => {
  vi.mocked(placeFiles).mockRejectedValueOnce(new AppError("unavailable", "The database is away."))
  expect((await attach()).status).toBe(503)
  expect((await attach()).status).toBe(204)
  expect(await db.$count(attachments, eq(attachments.openDraftId, draft.draft))).toBe(1)
  expect((await attach()).headers.get("idempotency-replayed")).toBe("true")
})

test("an upload that arrives after its draft was sent is attached to the request", async () => {
  const { id } = (await send()) ?? { id: "" }
  expect((await attach()).status).toBe(204)
  expect((await getRequest(customer, { id })).attachments).toMatchObject([{ name: "a.txt" }])
  expect(await db.$count(uploads)).toBe(0)
})

test("however an upload and the sending of its draft meet, the request has the file", async () => {
  for (let i = 0; i < 8; i++) {
    draft = await makeDraft(customer, { category: "billing" })
    upload = await readyUpload(customer, "a.txt", "a note")
    const [answer, request] = await Promise.all([attach(), send()])
    expect(answer.status).toBe(204)
    const { attachments: files } = await getRequest(customer, { id: request?.id ?? "" })
    expect(files).toMatchObject([{ name: "a.txt" }])
  }
})

test("an upload to a draft that was discarded, or is somebody else's, is refused and stays", async () => {
  const other = { actor: await makeActor("customer"), params: draft, body: { uploads: [upload] } }
  expect((await call(POST, "POST", other)).status).toBe(404)
  await discardDraft(customer, draft)
  expect((await attach()).status).toBe(404)
  expect(await db.$count(uploads)).toBe(1)
})
