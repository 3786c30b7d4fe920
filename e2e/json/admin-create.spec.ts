import { ask, expect, test } from "../launch"

const CREATE = ["npm", "run", "--silent", "admin:create", "--"]
const EMAIL = "first.admin@example.org"

test("a command makes the first administrator, who signs in; nobody is made twice", async ({ run, start }) => {
  const made = run([...CREATE, "--email", EMAIL, "--name", "First Admin"], {})
  expect(await made.ended, made.said().err).toBe(0)
  const password = /The password is (\S+)/.exec(made.said().out)?.[1]
  const again = run([...CREATE, "--email", EMAIL.toUpperCase(), "--name", "First Admin"], {})
  expect(await again.ended).toBe(1)
  expect(again.said()).toEqual({ out: "", err: expect.stringMatching(/^There is already an account.*\n$/) })

  const { address } = await start()
  const call = (path: string, data?: object, token = "") =>
    ask(`${address}/api/v1${path}`, {
      method: data ? "POST" : "GET",
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      body: data && JSON.stringify(data),
    })
  const tokens = await call("/tokens", { email: EMAIL, password })
  expect(tokens.status).toBe(201)
  const { accessToken } = await tokens.json()
  expect(await (await call("/profile", undefined, accessToken)).json()).toMatchObject({
    role: "administrator",
    state: "active",
  })
})

test("the command says in one line what it needs", async ({ run }) => {
  const { ended, said } = run([...CREATE, "--email", "nobody", "--name", "Nobody"], { ADMIN_PASSWORD: "short" })
  expect(await ended).toBe(1)
  expect(said()).toEqual({ out: "", err: expect.stringMatching(/^[^\n]*email[^\n]*npm run admin:create[^\n]*\n$/) })
})
