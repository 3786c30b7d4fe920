import { connect } from "node:net"
import { expect, test } from "../api"

const HOST = "Host: localhost\r\n"
const JSON_TYPE = "Content-Type: application/json\r\n"
const post = (headers: string, body = "") => `POST /api/v1/tokens HTTP/1.1\r\n${HOST}${headers}\r\n${body}`

/** What no client library lets anybody send. `\u00ff` stands for the byte 0xff, which is no UTF-8. */
const MESSAGES: Record<string, string> = {
  "invalid UTF-8 in a path of the API": `GET /api/v1/requests/\u00ff\u00fe HTTP/1.1\r\n${HOST}\r\n`,
  "invalid UTF-8, encoded, in a path of the API": `GET /api/v1/requests/%ff%fe HTTP/1.1\r\n${HOST}\r\n`,
  "invalid UTF-8, encoded, in a page's path": `GET /desk/requests/%ff%c3%28 HTTP/1.1\r\n${HOST}\r\n`,
  "invalid UTF-8 in a page's path": `GET /\u00ff HTTP/1.1\r\n${HOST}\r\n`,
  "half an escape in a path": `GET /api/v1/requests/%e0%a4%a HTTP/1.1\r\n${HOST}\r\n`,
  "half an escape in a page's path": `GET /requests/% HTTP/1.1\r\n${HOST}\r\n`,
  "NUL in a path": `GET /api/v1/attachments/%00 HTTP/1.1\r\n${HOST}\r\n`,
  "NUL in a page's path": `GET /requests/%00 HTTP/1.1\r\n${HOST}\r\n`,
  "invalid UTF-8 in a query": `GET /api/v1/categories?\u00ff=\u00fe HTTP/1.1\r\n${HOST}\r\n`,
  "invalid UTF-8 in a page's query": `GET /sign-in?next=%ff%fe HTTP/1.1\r\n${HOST}\r\n`,
  "a NUL byte in a header": `GET /api/v1/profile HTTP/1.1\r\n${HOST}User-Agent: a\u0000b\r\n\r\n`,
  "invalid UTF-8 in each header": `GET /api/v1/profile HTTP/1.1\r\n${HOST}Authorization: \u00ff\r\nCookie: session=\u00ff\r\nX-Request-Id: \u00ff\r\nX-Forwarded-For: \u00ff\r\nUser-Agent: \u00ff\r\n\r\n`,
  "invalid UTF-8 in a page's cookie": `GET /requests HTTP/1.1\r\n${HOST}Cookie: session=\u00ff%\r\n\r\n`,
  "invalid UTF-8 in a body": post(`${JSON_TYPE}Content-Length: 3\r\n`, '"\u00ff"'),
  "two lengths": post(`${JSON_TYPE}Content-Length: 2\r\nContent-Length: 4\r\n`, "{}{}"),
  "a negative length": post(`${JSON_TYPE}Content-Length: -1\r\n`, "{}"),
  "a length beyond 2^63": post(`${JSON_TYPE}Content-Length: 9223372036854775808\r\n`, "{}"),
  "a length that is no number": post(`${JSON_TYPE}Content-Length: two\r\n`, "{}"),
  "a length and chunks": post(
    `${JSON_TYPE}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n`,
    "2\r\n{}\r\n0\r\n\r\n",
  ),
  "chunks that are none": post(`${JSON_TYPE}Transfer-Encoding: chunked\r\n`, "zz\r\n{}\r\n"),
  "an encoding nobody knows": post(`${JSON_TYPE}Transfer-Encoding: gibberish\r\n`, "{}"),
  "no host": "GET /api/v1/categories HTTP/1.1\r\n\r\n",
  "a header without a name": `GET /healthz HTTP/1.1\r\n${HOST}: value\r\n\r\n`,
  "headers of 100 kB": `GET /healthz HTTP/1.1\r\n${HOST}X-Long: ${"x".repeat(100_000)}\r\n\r\n`,
  "a method nobody knows": `GIBBERISH /api/v1/profile HTTP/1.1\r\n${HOST}\r\n`,
  "no HTTP at all": "\u0016\u0003\u0001\u0000\u0000",
}

/** Says these bytes to the server, and what it says until it closes or has been silent for a moment. */
function say(port: number, message: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = ""
    const socket = connect(port, "localhost", () => socket.write(Buffer.from(message, "latin1")))
    socket.setTimeout(5_000, () => socket.destroy())
    socket.on("data", (bytes) => {
      heard += bytes.toString("latin1")
      // The first line says all that is asked here.
      if (heard.includes("\r\n")) socket.destroy()
    })
    socket.on("error", () => undefined)
    socket.on("close", () => resolve(heard.split("\r\n")[0] ?? ""))
  })
}

for (const [name, message] of Object.entries(MESSAGES))
  test(`${name}: the answer is a refusal or none, and the server lives`, async ({ baseURL, request }) => {
    const line = await say(Number(new URL(baseURL ?? "").port), message)
    expect(line).toMatch(/^$|^HTTP\/1\.1 [234]\d\d /)
    expect((await request.get("/healthz")).status()).toBe(200)
  })
