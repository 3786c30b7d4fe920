import { Agent, request as send } from "node:http"
import { answer, expect, type Tokens, test } from "../api"
import { fileRequest } from "../filing"
import { someAddress } from "../people"

const FILE = Buffer.concat([
  Buffer.from('--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'),
  Buffer.alloc(12_000_000, "a"),
  Buffer.from("\r\n--x--\r\n"),
])
const JSON_BODY = Buffer.alloc(2_000_000, "a")

test("the next call is answered after one that was too large, 20 times on a connection that is kept", async ({
  anybody,
  as,
  baseURL,
  newCustomer,
}) => {
  test.setTimeout(300_000)
  const person = await newCustomer()
  const { id } = await fileRequest(await as(person))
  const { email, password } = person
  const { accessToken } = await answer<Tokens>(anybody.post("/tokens", { email, password }), 201)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = (method: string, path: string, type?: string, body?: Buffer, length = true) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${accessToken}`,
        "x-forwarded-for": someAddress(),
        ...(type && { "content-type": type }),
        ...(body && length && { "content-length": body.length }),
      }
      const asked = send(`${baseURL}/api/v1${path}`, { method, agent, headers }, (response) => {
        response
          .resume()
          .once("end", () => resolve(response.statusCode))
          .once("error", reject)
      })
      asked.once("error", reject)
      if (body) asked.write(body)
      asked.end()
    })
  const upload = [`/requests/${id}/attachments`, "multipart/form-data; boundary=x", FILE] as const
  for (let round = 0; round < 20; round++)
    for (const [path, type, body] of [upload, ["/tokens", "application/json", JSON_BODY]] as const)
      for (const declared of [true, false]) {
        expect(await ask("POST", path, type, body, declared)).toBe(413)
        expect(await ask("GET", "/categories")).toBe(200)
      }
  agent.destroy()
})
