import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { settings } from "@/db/schema/records"
import type { Actor } from "@/lib/model/actor"
import { changeSettings } from "@/lib/oversight/settings/change-settings"
import { getSettings } from "@/lib/oversight/settings/get-settings"
import { env } from "@/lib/runtime/env"
import { emptyDatabase, makeActor, someVisitor } from "@/lib/testing/people"
import { LEGAL_TEXT_NAMES } from "./contract"
import { getLegalText } from "./get-legal-text"
import { setLegalText } from "./set-legal-text"

let administrator: Actor

beforeEach(async () => {
  await emptyDatabase()
  await db.delete(settings)
  administrator = await makeActor("administrator")
})

const shown = async (name: (typeof LEGAL_TEXT_NAMES)[number]) => (await getLegalText(someVisitor, { name })).text
const versionNow = async () => (await getSettings(administrator)).version

test("each text has one of ours, which names the utility and says what is set", async () => {
  for (const name of LEGAL_TEXT_NAMES) expect(await shown(name)).toContain(env().UTILITY_NAME)
  expect(await shown("privacyNotice")).toContain("Records of sign-ins: 30 days")
  expect(await shown("privacyNotice")).toContain("Requests: permanently")
  const retention = { sessionDays: 7, mailDays: 30, draftDays: 1, deadJobDays: 30, closedRequestMonths: 24 }
  await changeSettings(administrator, { version: 1, retention })
  expect(await shown("privacyNotice")).toContain("sign-ins: 7 days")
  expect(await shown("privacyNotice")).toContain("files of closed requests 24 months after")
  expect(await shown("privacyNotice")).toContain("Unsent requests and messages: 1 day after")
  expect(await shown("termsOfUse")).toContain(env().EMERGENCY_PHONE)
})

test("administrators replace one by their own and return to ours by emptying it", async () => {
  await setLegalText(administrator, { name: "termsOfUse", text: "Our terms.", version: 1 })
  expect(await shown("termsOfUse")).toBe("Our terms.")
  expect(await shown("privacyNotice")).toContain(env().UTILITY_NAME)
  await setLegalText(administrator, { name: "termsOfUse", version: await versionNow() })
  expect(await shown("termsOfUse")).toContain(env().UTILITY_NAME)
})

test("ours sent back unchanged is not kept, and so follows what is set later", async () => {
  await setLegalText(administrator, { name: "privacyNotice", text: await shown("privacyNotice"), version: 1 })
  expect(await getSettings(administrator)).toMatchObject({ privacyNotice: null, version: 1 })
})

test("nobody else sets them, and an older version is a conflict", async () => {
  const change = { name: "termsOfUse", text: "Mine.", version: 1 } as const
  const supervisor = await makeActor("supervisor")
  await expect(setLegalText(supervisor, change)).rejects.toMatchObject({ code: "forbidden" })
  await setLegalText(administrator, change)
  await expect(setLegalText(administrator, change)).rejects.toMatchObject({ code: "conflict" })
})
