import { expect, test, vi } from "vitest"
import { cookieOf } from "@/lib/testing/call-operation"
import { makeActor } from "@/lib/testing/people"
import { editStaff } from "./(admin)/admin/actions"

const sent = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock("next/cache", () => ({ refresh: () => undefined }))
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
  }),
}))

test.each([
  [{ role: "supervisor", state: "active" }, "/desk?left=administration"],
  [{ role: "administrator", state: "waiting" }, "/waiting?left=administration"],
  [{ role: "administrator", state: "disabled" }, "/sign-in?signed-out=1"],
  [{ role: "administrator", state: "active" }, "/admin/staff?changed="],
])("an administrator who makes their own account %j lands at %s", async (change, path) => {
  await makeActor("administrator")
  const me = await makeActor("administrator")
  const host = "localhost:3000"
  sent.headers = new Headers({ host, origin: `http://${host}`, cookie: await cookieOf(me) })
  const form = new FormData()
  const fields = { id: me.id, version: "1", team: "", capacity: "5", ...change }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.append("skills.complaint", "1")
  const thrown = await editStaff({}, form).catch((it: unknown) => it)
  expect(JSON.stringify(thrown)).toContain(path)
})
