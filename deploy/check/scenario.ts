import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { confirmAddress } from "../../bench/drills/customer"
import { type Answer, ask, browse } from "./ask"

/** What people and third parties do through the proxy at `origin`. */
export class Scenario {
  readonly #person = { email: `${randomUUID()}@example.org`, password: "three plain words of mine" }
  #token = ""

  constructor(
    readonly origin: string,
    readonly certificate: string,
    readonly databaseUrl: string,
  ) {}

  /** Registers somebody, whose address counts as confirmed, signs them in by JSON and by a form, files a request and attaches 5 MB to it. */
  async file(): Promise<void> {
    const registered = { ...this.#person, name: "Ada", phone: "0151 496 0000", premises: PREMISES }
    expectStatus(202, await this.#send("/accounts", registered))
    await confirmAddress(this.databaseUrl, this.#person.email)
    const tokens = expectStatus(201, await this.#send("/tokens", this.#person))
    this.#token = (JSON.parse(tokens.text) as { accessToken: string }).accessToken
    const { id } = JSON.parse(expectStatus(201, await this.#send("/requests", FILING)).text) as { id: string }
    const files = new FormData()
    files.append("files", new File(["%PDF-1.7\n", new Uint8Array(5_000_000)], "five.pdf"))
    expectStatus(201, await this.#send(`/requests/${id}/attachments`, files))
  }

  /** Signs in by the form of the sign-in page, sent to `sentTo` by a browser that is at our own address. */
  async signInByForm(sentTo = this.origin): Promise<void> {
    const browser = browse(this.origin, this.certificate, sentTo)
    const answer = expectStatus(303, await browser.send("/sign-in", this.#person))
    const location = String(answer.headers.location)
    if (!location.startsWith("/") && !location.startsWith(this.origin))
      throw new Error(`Signing in leads to ${location}`)
    // Its cookie is for https alone and a browser behind this proxy would send it.
    expectStatus(200, await browser.go("/requests"))
  }

  /** Asks and files, several at a time, until `work` is done; gives how many answers there were, and throws at the first bad one. */
  async during(work: Promise<unknown>): Promise<number> {
    let [isOver, answers] = [false, 0]
    const visitor = async () => {
      while (!isOver) {
        expectStatus(200, await ask(`${this.origin}/sign-in`, this.certificate))
        expectStatus(201, await this.#send("/requests", FILING))
        answers += 2
        await sleep(10)
      }
    }
    const visitors = Promise.all([visitor(), visitor(), visitor(), visitor()])
    await Promise.race([visitors, work])
    isOver = true
    await visitors
    return answers
  }

  #send(path: string, body: object): Promise<Answer> {
    const headers: Record<string, string> = this.#token ? { authorization: `Bearer ${this.#token}` } : {}
    if (body instanceof FormData) return ask(`${this.origin}/api/v1${path}`, this.certificate, { headers, body })
    headers["content-type"] = "application/json"
    return ask(`${this.origin}/api/v1${path}`, this.certificate, { headers, body: JSON.stringify(body) })
  }
}

const PREMISES = { line1: "7 Chapel Row", town: "Leeds", postcode: "LS2 8JT" }
const FILING = {
  category: "meter_fault",
  title: "The display is blank",
  description: "It has shown nothing since this morning.",
  premises: PREMISES,
  contactPreference: "email",
}

function expectStatus(wanted: number, answer: Answer): Answer {
  if (answer.status !== wanted) throw new Error(`${answer.status} instead of ${wanted}: ${answer.text.slice(0, 300)}`)
  return answer
}
