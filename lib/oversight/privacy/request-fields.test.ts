import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db, one } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { decideDangerCheck } from "@/lib/dispatch/danger-checks/decide-danger-check"
import { fileDraft } from "@/lib/dispatch/file-draft"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { COMMAND_LINE } from "@/lib/platform/audit/audit"
import type { RequestToFile } from "@/lib/requests/contract"
import { getRequest } from "@/lib/requests/get-request"
import { REQUEST_FIELDS } from "@/lib/requests/request-fields"
import { makeDraft } from "@/lib/testing/drafts"
import { emptyDatabase, makeActor, PASSWORD } from "@/lib/testing/people"
import { tracesOf } from "@/lib/testing/traces"
import { applyRetention } from "./apply-retention"
import { deleteAccount } from "./delete-account"
import { exportedData } from "./exported-data"

const MARK = "Zaphod"

/** An answer to everything that can be asked, with the mark in what people write themselves. A new field needs one. */
const ANSWERS: Required<RequestToFile> = {
  category: "billing",
  title: `The bill of ${MARK}`,
  description: `${MARK} was charged twice in March.`,
  premises: {
    line1: `${MARK} House`,
    line2: `${MARK} Floor`,
    // Where about a supply point is belongs to the history of the supply.
    town: "Leeds",
    postcode: "LS1 4AB",
    mprn: "1234567890",
    meterSerial: "M-12345",
  },
  contactPreference: "text_message",
  happeningNow: false,
  safetyCheck: "none",
  contactPhone: "0113 496 0199",
  everyoneOutside: true,
  anyoneUnwell: true,
}

/** Columns that hold an answer as it was given. */
const ANSWERED = Object.entries(REQUEST_FIELDS)
  .map(([column, field]) => ({ column: column as keyof typeof REQUEST_FIELDS, ...field }))
  .filter(({ askedAs }) => askedAs !== null && askedAs !== "happeningNow")

let customer: Actor
beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
})

const BY = {
  "in one call": () => fileRequest(customer, ANSWERS),
  "page by page": async () => {
    return fileDraft(customer, await makeDraft(customer, ANSWERS))
  },
}

async function exported() {
  let text = ""
  for await (const piece of exportedData(customer.id, () => undefined)) text += piece
  return JSON.parse(text).requests[0]
}

describe.each(Object.entries(BY))("a request sent %s", (_, send) => {
  test.each(ANSWERED)("keeps, shows and exports $column as it was answered", async (field) => {
    const answer = ANSWERS[field.askedAs as keyof RequestToFile]
    const { id } = (await send()) ?? { id: "" }
    const row = one(await db.select().from(serviceRequests).where(eq(serviceRequests.id, id)))
    expect(row[field.column]).toEqual(answer)
    expect((await getRequest(customer, { id }))[field.shownAs as "title"]).toEqual(answer)
    if (field.exportedAs) expect((await exported())[field.exportedAs]).toEqual(answer)
  })

  test("leaves nothing of what was written once the account is deleted", async () => {
    const { id } = (await send()) ?? { id: "" }
    await deleteAccount(customer, { currentPassword: PASSWORD })
    // Somebody who is unwell is not forgotten before it is known that there is no danger.
    await decideDangerCheck(await makeActor("supervisor"), { id, danger: false })
    await applyRetention({ dry: false, author: COMMAND_LINE })
    expect(await tracesOf(MARK)).toEqual([])
    const row = one(await db.select().from(serviceRequests).where(eq(serviceRequests.id, id)))
    for (const { column, erased, askedAs } of ANSWERED)
      if (erased) expect(row[column], column).not.toEqual(ANSWERS[askedAs as keyof RequestToFile])
  })
})
