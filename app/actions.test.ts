import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { beforeEach, describe, expect, test, vi } from "vitest"
import type { Contract } from "@/lib/model/operation"
import { log } from "@/lib/runtime/log"
import { cookieOf } from "@/lib/testing/call-operation"
import { makeDraft } from "@/lib/testing/drafts"
import { FOREIGN, HOST } from "@/lib/testing/foreign"
import { emptyDatabase } from "@/lib/testing/people"
import { allRows, changesOf } from "@/lib/testing/rows"
import { sampleOf, waysInto, withChanged } from "@/lib/testing/sample"
import { makeScene, ROLES_IN_SCENE, type Scene } from "@/lib/testing/scene"

const sent = vi.hoisted(() => ({ headers: new Headers() }))

vi.mock("next/cache", () => ({ refresh: () => undefined, revalidatePath: () => undefined }))
vi.mock("next/headers", () => ({
  headers: async () => sent.headers,
  cookies: async () => ({
    get: (name: string) => {
      const pair = sent.headers
        .get("cookie")
        ?.split("; ")
        .find((it) => it.startsWith(`${name}=`))
      return pair && { name, value: pair.slice(name.length + 1) }
    },
    set: () => undefined,
    delete: () => undefined,
  }),
}))

/** Actions are closed; here each tells what it takes. */
vi.mock("@/lib/http/action", async (original) => {
  const { action } = await original<typeof import("@/lib/http/action")>()
  const told: typeof action = (op, ...rest) => Object.assign(action(op, ...rest), { input: op.input })
  return { action: told }
})

type Answer = { message?: string; errors?: Record<string, string> } | undefined
type Action = ((state: object, form: FormData) => Promise<Answer>) & { input?: Contract["input"] }

/** Every file of the app whose functions a browser can call. */
function actionFiles(): string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file))
  return files.filter((file) => /^\s*"use server"/.test(readFileSync(join("app", file), "utf8")))
}

async function actionsIn(file: string): Promise<[string, Action][]> {
  const module: Record<string, Action> = await import(/* @vite-ignore */ join(process.cwd(), "app", file))
  return Object.entries(module)
}

/** A form that each action finds something of its own in. */
function formFor({ ids, people, version }: Scene): FormData {
  const form = new FormData()
  const fields = {
    id: ids.requests ?? "",
    version: String(version),
    to: "cancelled",
    assigneeId: people.supervisor.id,
    available: "false",
    category: "meter_fault",
    name: "Changed",
    email: "changed@example.test",
    reason: "Because",
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

const errors = vi.spyOn(log, "error")
beforeEach(async () => {
  await emptyDatabase()
  errors.mockClear()
})

describe("a form that another site sends does nothing", () => {
  test("there are actions to try", () => {
    expect(actionFiles().length).toBeGreaterThan(5)
  })

  test.each(actionFiles())("%s", { timeout: 60_000 }, async (file) => {
    const scene = await makeScene()
    await makeDraft(scene.people.customer, { category: "meter_fault" })
    const before = await allRows({ except: [] })
    for (const [name, action] of await actionsIn(file)) {
      for (const role of ROLES_IN_SCENE)
        for (const [from, headers] of Object.entries(FOREIGN)) {
          sent.headers = new Headers({ host: HOST, cookie: await cookieOf(scene.people[role]), ...headers })
          const tried = `${name} as ${role} from ${from}`
          const answer = await action({}, formFor(scene)).catch((thrown: unknown) => thrown)
          // Signing out has no form to say it in, and leads to the front page instead.
          const refusal = name === "signOut" ? "NEXT_REDIRECT" : "This request did not come from our own pages."
          expect(answer, tried).toMatchObject({ message: refusal })
        }
      expect(changesOf(before, await allRows({ except: [] })), name).toEqual({ added: [], removed: [] })
    }
    expect(errors).not.toHaveBeenCalled()
  })
})

/** A form that says this, as a browser sends it. */
function formOf(values: object, form = new FormData(), prefix = ""): FormData {
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) for (const it of value) form.append(`${prefix}${name}[]`, String(it))
    else if (typeof value === "object" && value !== null) formOf(value, form, `${prefix}${name}.`)
    else if (value !== undefined) form.set(prefix + name, String(value))
  }
  return form
}

/** A valid form with one field spoiled, for each field and each text that the database refuses. */
function* spoiled(input: Contract["input"]): Generator<[name: string, form: FormData]> {
  const valid = sampleOf(input)
  for (const way of waysInto(valid))
    for (const text of ["a NUL \u0000 within", "half a pair \ud800"])
      yield [way.join("."), formOf(withChanged(valid, way, text) as object)]
}

describe("a field of a form that holds what nobody can type is a mistake, and never a failure of ours", () => {
  test.each(actionFiles())("%s", { timeout: 60_000 }, async (file) => {
    const { people } = await makeScene()
    for (const [name, action] of await actionsIn(file))
      for (const role of ["customer", "administrator"] as const)
        for (const [field, form] of action.input ? spoiled(action.input) : []) {
          const headers = { host: HOST, origin: `https://${HOST}`, "sec-fetch-site": "same-origin" }
          sent.headers = new Headers({ ...headers, cookie: await cookieOf(people[role]) })
          const tried = `${field} of ${name} as ${role}`
          await action({}, form).catch((thrown: unknown) => expect(thrown, tried).toMatchObject({ digest: /^NEXT_/ }))
          expect(errors, tried).not.toHaveBeenCalled()
        }
  })
})

test("every action stands in a file of actions, so that none remembers anything of its page", () => {
  const others = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  )
  const directive = /^\s*["']use server["']/
  const inside = others.filter((file) => {
    const text = readFileSync(file, "utf8")
    return !directive.test(text) && text.split("\n").some((line) => directive.test(line))
  })
  expect(inside).toEqual([])
})
