import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { makePictures } from "@/lib/requests/pictures/make-pictures"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { photo } from "@/lib/testing/photos"
import { sentDuring } from "@/lib/testing/plans"
import { withFreshStore } from "@/lib/testing/store"
import { attachFiles } from "./attach-files"
import { openAttachment, seeAttachment } from "./open-attachment"

withFreshStore()

let customer: Actor
let supervisor: Actor
let request: { id: string }

beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  supervisor = await makeActor("supervisor")
  request = await fileRequest(customer, requestToFile())
})

async function* once(content: Uint8Array) {
  yield content
}
/** Attaches a photo whose pictures have not been made yet. */
async function attach(actor: Actor): Promise<string> {
  const content = await photo()
  const { items } = await attachFiles(actor, request, (take) => take("meter.jpg", once(content)))
  return items[0]?.id ?? ""
}
const told = async (actor: Actor) => (await getRequest(actor, request)).attachments.map(({ download }) => download)

/** What comes of downloading them. */
async function had(actor: Actor): Promise<(string | undefined)[]> {
  const { attachments: files } = await getRequest(actor, request)
  return Promise.all(
    files.map(({ id }) =>
      openAttachment(actor, { id }).then(
        ({ content }) => content.cancel().then(() => "ready"),
        (thrown) => (thrown instanceof AppError && thrown.code === "unavailable" ? "preparing" : "none"),
      ),
    ),
  )
}

test("what is said of a download is what comes of it, for everybody who sees the file and whoever sent it", async () => {
  const key = await makeKey({ customerIds: [customer.id] })
  const states = [null, "none", "made", null, null] as const
  const senders = [supervisor, supervisor, supervisor, customer, key]
  for (const [i, sender] of senders.entries()) {
    const id = await attach(sender)
    if (states[i] === "made") await makePictures({ attachmentId: id })
    else await db.update(attachments).set({ picture: states[i] }).where(eq(attachments.id, id))
  }
  expect(await told(customer)).toEqual(["preparing", "none", "ready", "ready", "preparing"])
  expect(await told(key)).toEqual(["preparing", "none", "ready", "preparing", "ready"])
  expect(await told(supervisor)).toEqual(Array(5).fill("ready"))
  for (const actor of [customer, key, supervisor]) expect(await had(actor)).toEqual(await told(actor))
})

test("a file that is being checked is not ready for anybody, and one that was removed never is", async () => {
  const id = await attach(customer)
  for (const [scan, download] of [
    ["pending", "preparing"],
    ["found", "none"],
    ["clean", "ready"],
  ] as const) {
    await db.update(attachments).set({ scan }).where(eq(attachments.id, id))
    for (const actor of [customer, supervisor]) expect(await told(actor)).toEqual([download])
  }
})

test("who sent a photo is asked where the list is shown, and by nothing that only needs to know who may see it", async () => {
  const id = await attach(supervisor)
  const sent = async (read: () => Promise<unknown>) => (await sentDuring(read)).length
  expect(await sent(() => getRequest(customer, request))).toBe(2)
  expect(await sent(() => seeAttachment(customer, id))).toBe(2)
  expect(await sent(() => listTimeline(customer, request))).toBe(2)
})
