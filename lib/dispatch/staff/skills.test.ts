import { beforeEach, describe, expect, test } from "vitest"
import { fileRequest } from "@/lib/dispatch/file-request"
import { parse } from "@/lib/http/parse"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { StaffChange } from "./contract"
import { editStaff } from "./edit-staff"
import { changeOf, MemberFields } from "./member-fields"

beforeEach(emptyDatabase)

const ID = "019f0000-0000-7000-8000-000000000000"
const fieldsOf = (work: () => unknown) => {
  try {
    return work()
  } catch (thrown) {
    return (thrown as { fields: object }).fields
  }
}

describe("levels of skill", () => {
  test("are set for some categories and kept for the others, until a category is taken away", async () => {
    const administrator = await makeActor("administrator")
    const { id } = await makeActor("staff", { categories: ["gas_leak", "billing"] })
    const edit = (change: object) => editStaff(administrator, { id, ...change })
    expect(await edit({ levels: { gas_leak: 3 } })).toMatchObject({ levels: { gas_leak: 3 } })
    expect(await edit({ levels: { billing: 2 } })).toMatchObject({ levels: { gas_leak: 3, billing: 2 } })
    expect(await edit({ levels: { billing: 1 } })).toMatchObject({ levels: { gas_leak: 3 } })
    expect((await edit({ categories: ["billing"] })).levels).toEqual({})
    expect(await edit({ categories: ["move"], levels: { move: 2 } })).toMatchObject({ levels: { move: 2 } })
    const foreign = edit({ levels: { gas_leak: 2 } })
    await expect(foreign).rejects.toMatchObject({ code: "invalid", fields: { "levels.gas_leak": expect.any(String) } })
  })

  test("bring an emergency to the best", async () => {
    const [administrator, customer] = [await makeActor("administrator"), await makeActor("customer")]
    const [, expert] = [await makeActor("staff"), await makeActor("staff")]
    await editStaff(administrator, { id: expert.id, levels: { gas_leak: 3 } })
    const { assignee } = await fileRequest(customer, requestToFile({ category: "gas_leak" }))
    expect(assignee?.id).toBe(expert.id)
  })

  test("come from the form with the categories, as one choice each", () => {
    const form = { id: ID, skills: { gas_leak: "3", billing: "1", move: "0" }, areas: "ls, m1 ,LS\nS  1" }
    expect(changeOf(parse(MemberFields, form))).toEqual({
      id: ID,
      team: "",
      categories: ["gas_leak", "billing"],
      levels: { gas_leak: 3, billing: 1 },
      areas: ["LS", "M1", "S 1"],
    })
    for (const skills of [{ gas_leak: "4" }, { gas_leak: "" }])
      expect(fieldsOf(() => parse(MemberFields, { id: ID, skills }))).toEqual({ "skills.gas_leak": expect.any(String) })
    expect(fieldsOf(() => parse(MemberFields, { id: ID }))).toEqual({ skills: "Choose a level for each category" })
  })
})

describe("areas", () => {
  test("are beginnings of postcodes, each once", () => {
    expect(parse(StaffChange, { id: ID, areas: ["ls", "LS", " m1 "] })).toMatchObject({ areas: ["LS", "M1"] })
    for (const area of ["", "L;S", "x".repeat(13), "Ä"])
      expect(fieldsOf(() => parse(StaffChange, { id: ID, areas: [area] }))).toEqual({ "areas.0": expect.any(String) })
    expect(fieldsOf(() => parse(MemberFields, { id: ID, skills: {}, areas: "LS, ?" }))).toEqual({
      areas: "Enter the start of postcodes, like LS, M1",
    })
  })

  test("keep requests from those who work elsewhere", async () => {
    const [administrator, customer] = [await makeActor("administrator"), await makeActor("customer")]
    const { id } = await makeActor("staff")
    await editStaff(administrator, { id, areas: ["M"] })
    expect(await fileRequest(customer, requestToFile())).toMatchObject({ assignee: null })
    expect(await editStaff(administrator, { id, areas: ["LS"] })).toMatchObject({ areas: ["LS"], openRequests: 1 })
  })
})
