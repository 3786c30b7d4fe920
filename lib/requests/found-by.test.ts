import { eq, sql } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import { requestSearch } from "@/db/schema/search"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { listCustomers } from "@/lib/identity/customers/list-customers"
import type { Actor } from "@/lib/model/actor"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { RequestFilter } from "./contract"
import { getRequest } from "./get-request"
import { listRequests } from "./list-requests"

let hers: { id: string; reference: string }
let siobhan: Actor
let other: Actor
let supervisor: Actor
let key: Actor

beforeAll(async () => {
  await emptyDatabase()
  siobhan = await makeActor("customer", { name: "Siobhán O’Brien-Wiśniewski" })
  other = await makeActor("customer", { name: "Bruno Müller" })
  supervisor = await makeActor("supervisor")
  key = await makeKey({ customerIds: [siobhan.id] })
  await db
    .update(accounts)
    .set({ phone: "+44 (0)1632 960-417", email: "s.obrien@post.example" })
    .where(eq(accounts.id, siobhan.id))
  hers = await fileRequest(
    siobhan,
    requestToFile({
      title: "Kettle's boiler 漏气很严重 whistles",
      description: "It began in Saarbrücken Straße, กลิ่นแก๊สในครัว all day. Запах газа.",
      premises: {
        line1: "7 Nøkken Łąka Walk",
        town: "St. Ives",
        postcode: "TR26 1XY",
        mprn: "7416820305",
        meterSerial: "G4-A00123",
      },
      contactPhone: "07700 900 555",
    }),
  )
  await db.update(serviceRequests).set({ externalReference: "CRM/2026-4711" }).where(eq(serviceRequests.id, hers.id))
  await fileRequest(other, requestToFile())
})

const ask = (actor: Actor, q: string, rest: object = {}) => listRequests(actor, RequestFilter.parse({ q, ...rest }))
const idsOf = async (actor: Actor, q: string, rest: object = {}) =>
  (await ask(actor, q, rest)).items.map(({ id }) => id)

const QUERIES: [string, string][] = [
  ["a name without its accents", "siobhan"],
  ["a name with its accents", "SIOBHÁN"],
  ["a name without its apostrophe", "obrien"],
  ["a name with a straight apostrophe", "O'Brien"],
  ["a letter that has no accent to take off", "wisniewski"],
  ["a part of a name", "niew"],
  ["a street in other letters", "nokken laka"],
  ["a town with its stop", "St. Ives"],
  ["a postcode", "TR26 1XY"],
  ["a postcode without its space", "tr261xy"],
  ["a phone number in national spelling", "01632 960 417"],
  ["a phone number in international spelling", "0044 1632/960417"],
  ["a phone number in one run", "+441632960417"],
  ["the last digits of a phone number", "960417"],
  ["the last four digits", "0417"],
  ["the first digits of a phone number", "01632"],
  ["the phone for this request", "07700900555"],
  ["an email address", "S.OBrien@post.example"],
  ["a part of an email address", "@post.example"],
  ["an MPRN", "7416820305"],
  ["an MPRN in groups", "741 682 0305"],
  ["a meter serial number", "G4-A00123"],
  ["a meter serial number without its hyphen", "g4a00123"],
  ["an external reference", "CRM/2026-4711"],
  ["a part of an external reference", "4711"],
  ["a word of the title with an apostrophe", "kettles"],
  ["a part of a word", "oile"],
  ["a word of the description", "saarbruecken strasse".replace("ue", "u")],
  ["words of several fields", "siobhan boiler ives"],
  ["two letters that begin a word", "ke"],
  ["one letter that is a word", "7"],
  ["Chinese inside a run", "漏气"],
  ["one Chinese character", "严"],
  ["Thai inside a run", "แก๊ส"],
  ["Cyrillic in capitals", "ГАЗА"],
  ["full-width letters", "ｂｏｉｌｅｒ"],
  ["quotes around it", "“whistles”"],
]

const REFERENCES: [string, (reference: string) => string][] = [
  ["as it is", (it) => it],
  ["without GR", (it) => it.slice(3)],
  ["in small letters and one run", (it) => it.replaceAll("-", "").toLowerCase()],
  ["with other hyphens", (it) => it.replaceAll("-", "–")],
  ["with spaces", (it) => it.replaceAll("-", " ")],
  ["in quotes", (it) => `‘${it}’`],
  ["inside other words", (it) => `about ref:${it}, the boiler please`],
  ["without GR after a word of four letters", (it) => `lost ${it.slice(3).replace("-", " ")}`],
]

describe("a request is found by", () => {
  test.each(QUERIES)("%s: %s", async (_kind, q) => {
    for (const actor of [supervisor, siobhan, key]) expect(await idsOf(actor, q)).toEqual([hers.id])
    expect(await idsOf(other, q)).not.toContain(hers.id)
  })

  test.each(REFERENCES)("its reference %s, whatever else the list is narrowed by", async (_kind, spell) => {
    const narrowed = {
      status: "cancelled",
      category: "complaint",
      assignee: "nobody",
      createdTo: "2001-01-01T00:00:00Z",
    }
    for (const actor of [supervisor, siobhan, key])
      expect(await idsOf(actor, spell(hers.reference), narrowed)).toEqual([hers.id])
    expect(await idsOf(other, spell(hers.reference))).toEqual([])
  })
})

test.each(["siobhan nowhere", "oi", "k", "!!!", "960418", "GR-2222-2222"])("nothing is found by %s", async (q) => {
  expect(await idsOf(supervisor, q)).toEqual([])
})

test("nobody finds a request by what staff wrote about it", async () => {
  await assignRequest(supervisor, {
    id: hers.id,
    assigneeId: (await makeActor("staff")).id,
    note: "Zebra at the door",
    version: (await getRequest(supervisor, { id: hers.id })).version,
  })
  for (const actor of [supervisor, siobhan, key]) expect(await idsOf(actor, "zebra")).toEqual([])
})

test("an answer says where the words were found", async () => {
  const where = async (q: string) => (await ask(supervisor, q)).items[0]?.foundIn
  expect(await where("siobhan 960417 boiler")).toEqual(["title", "customer", "phone"])
  expect(await where("7416820305")).toEqual(["mprn"])
  expect(await where(hers.reference)).toContain("reference")
  expect((await listRequests(supervisor, RequestFilter.parse({}))).items[0]).not.toHaveProperty("foundIn")
})

test("customers are found likewise, and by a key only its own", async () => {
  const found = async (actor: Actor, q: string) =>
    (await listCustomers(actor, { q, limit: 20 })).items.map(({ id }) => id)
  const everybodys = await makeKey({ customerIds: undefined })
  for (const q of ["siobhan", "OBrien", "01632960417", "post.example"]) {
    expect(await found(everybodys, q)).toEqual([siobhan.id])
    expect(await found(key, q)).toEqual([siobhan.id])
  }
  expect(await found(key, "muller")).toEqual([])
  expect(await found(everybodys, "muller")).toEqual([other.id])
})

test("what is searched follows every change of the request and of its customer, and goes with them", async () => {
  const customer = await makeActor("customer", { name: "Before Name" })
  const { id } = await fileRequest(customer, requestToFile({ title: "Old words" }))
  await db.update(serviceRequests).set({ title: "Newer words" }).where(eq(serviceRequests.id, id))
  await db.update(accounts).set({ name: "After Name", phone: "0113 496 0777" }).where(eq(accounts.id, customer.id))
  expect(await idsOf(supervisor, "old")).toEqual([])
  expect(await idsOf(supervisor, "before")).toEqual([])
  expect(await idsOf(supervisor, "newer after 0777")).toEqual([id])
  const [entry] = await db.execute<{ text: string }>(sql`select text from ${requestSearch} where request_id = ${id}`)
  expect(entry?.text).not.toMatch(/before|old/)
  await db.execute(sql`delete from service_requests where id = ${id}`)
  expect(await db.$count(requestSearch, eq(requestSearch.requestId, id))).toBe(0)
})
