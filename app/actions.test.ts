import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { log } from "@/lib/log"
import { saveDraft } from "@/lib/requests/draft"
import { cookieOf } from "@/lib/testing/call-operation"
import { FOREIGN, HOST } from "@/lib/testing/foreign"
import { emptyDatabase } from "@/lib/testing/people"
import { allRows, changesOf } from "@/lib/testing/rows"
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

type Action = (state: object, form: FormData) => Promise<{ message?: string } | undefined>

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

describe("a form that another site sends does nothing", () => {
  const errors = vi.spyOn(log, "error")
  beforeEach(emptyDatabase)

  test("there are actions to try", () => {
    expect(actionFiles().length).toBeGreaterThan(5)
  })

  test.each(actionFiles())("%s", { timeout: 60_000 }, async (file) => {
    const scene = await makeScene()
    await saveDraft(scene.people.customer, { category: "meter_fault" })
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
