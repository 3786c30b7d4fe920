import { beforeEach, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { cannedReplies } from "@/db/schema/canned-replies"
import { auditEntries } from "@/db/schema/records"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor } from "@/lib/testing/people"
import { ReplyToMake } from "./contract"
import { deleteReply } from "./delete-reply"
import { editReply } from "./edit-reply"
import { listReplies } from "./list-replies"
import { makeReply } from "./make-reply"

let [customer, worker, supervisor] = [] as unknown as [Actor, Actor, Actor]

beforeEach(async () => {
  await emptyDatabase()
  await db.delete(cannedReplies)
  ;[customer, worker, supervisor] = [
    await makeActor("customer"),
    await makeActor("staff"),
    await makeActor("supervisor"),
  ]
})

const VISIT = { name: "Visit", text: "Dear {name}, we come by {time}." }

describe("a canned reply", () => {
  test("is made by supervisors and read by all staff, by name, which the log knows", async () => {
    const visit = await makeReply(supervisor, VISIT)
    await makeReply(supervisor, { name: "delay", text: "Sorry." })
    expect((await listReplies(worker)).items.map(({ name }) => name)).toEqual(["delay", "Visit"])
    expect(await db.select().from(auditEntries)).toContainEqual(
      expect.objectContaining({ action: "reply.created", subjectId: visit.id, actorId: supervisor.id, data: {} }),
    )
    await expect(makeReply(worker, VISIT)).rejects.toMatchObject({ code: "forbidden" })
    await expect(listReplies(customer)).rejects.toMatchObject({ code: "forbidden" })
  })

  test("has a name of its own", async () => {
    await makeReply(supervisor, VISIT)
    const refused = makeReply(supervisor, { ...VISIT, name: "VISIT" })
    await expect(refused).rejects.toMatchObject({ fields: { name: expect.any(String) } })
  })

  test("is changed on the version that was seen, and deleted", async () => {
    const made = await makeReply(supervisor, VISIT)
    const changed = await editReply(supervisor, { ...made, text: "We come." })
    expect(changed).toMatchObject({ text: "We come.", version: 2 })
    await expect(editReply(supervisor, { ...made, text: "We come later." })).rejects.toMatchObject({ code: "conflict" })
    await expect(editReply(worker, changed)).rejects.toMatchObject({ code: "forbidden" })
    await expect(deleteReply(customer, made)).rejects.toMatchObject({ code: "not_found" })
    await deleteReply(supervisor, made)
    await expect(deleteReply(supervisor, made)).rejects.toMatchObject({ code: "not_found" })
  })

  test("names only what can be filled in", () => {
    expect(ReplyToMake.safeParse(VISIT).success).toBe(true)
    const { error } = ReplyToMake.safeParse({ ...VISIT, text: "Dear {surname}" })
    expect(error?.issues[0]?.message).toBe("{surname} cannot be filled in. Use {reference}, {name}, {time}")
  })
})
