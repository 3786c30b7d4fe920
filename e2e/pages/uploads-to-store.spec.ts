import { readFile } from "node:fs/promises"
import { ListObjectsV2Command } from "@aws-sdk/client-s3"
import { mergeTests, type Page, request as requests } from "@playwright/test"
import type { ServiceRequest } from "@/lib/requests/contract"
import { clientOf, makeBucket, type Swift, startSwift } from "@/lib/testing/start-swift"
import { type Api, answer, apiOf, type Tokens } from "../api"
import { choose, lineOf, note, untilUnderWay, uploadsOn } from "../choose-files"
import { fileRequest } from "../filing"
import { test as launch } from "../launch"
import { AMARA } from "../people"
import { filesWithPictures, photoFile } from "../photo-files"
import { browsing } from "../signed-in"
import { expect, test as visit } from "../visit"

interface Fixtures {
  swift: Swift
  /** An app of the test's own that keeps its files there, with a page on which a customer sees a request. */
  there: { page: Page; api: Api; id: string; policy: string }
}

const BUCKET = "files"

const test = mergeTests(visit, launch).extend<Fixtures>({
  swift: async ({ home }, use) => {
    const swift = await startSwift(`http://localhost:${home.port}`)
    await use(swift)
    await swift.stop()
  },

  there: async ({ browser, start, swift }, use) => {
    const { address } = await start(await makeBucket(swift, BUCKET))
    const caller = await requests.newContext({ baseURL: address })
    const { email, password } = AMARA
    const { accessToken } = await answer<Tokens>(apiOf(caller).post("/tokens", { email, password }), 201)
    const api = apiOf(caller, accessToken)
    const { id } = await fileRequest(api)
    const amara = await browsing(address, AMARA)
    const context = await browser.newContext({ baseURL: address, storageState: await amara.storageState() })
    const page = await context.newPage()
    const policy = (await page.goto(`/requests/${id}`))?.headers()["content-security-policy"] ?? ""
    await use({ page, api, id, policy })
    await context.close()
    await amara.dispose()
    await caller.dispose()
  },
})

/** The directive by which a page refuses what it is told to fetch or show. */
const refusedBy = (page: Page, kind: "fetch" | "image", address: string) =>
  page.evaluate(
    ([kind, address]) => {
      const told = new Promise<string>((tell) =>
        addEventListener("securitypolicyviolation", (event) => tell(event.effectiveDirective), { once: true }),
      )
      if (kind === "fetch") fetch(address).catch(() => undefined)
      else new Image().src = address
      return told
    },
    [kind, address] as const,
  )

/** Where content was sent, once an answer has come. */
function sendingsOf(page: Page): string[] {
  const sent: string[] = []
  page.on("response", (response) => {
    if (response.request().method() === "PUT") sent.push(`${response.status()} ${response.url().replace(/\?.*/, "")}`)
  })
  return sent
}

/** What people sent: what an app writes of itself into its store may come at any time. */
const IS_SENT = /^(files|incoming)\//

async function sentKeysIn({ endpoint }: Swift): Promise<string[]> {
  const client = clientOf(endpoint)
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: BUCKET }))
  client.destroy()
  return Contents.map(({ Key = "" }) => Key).filter((key) => IS_SENT.test(key))
}

async function savedBy(page: Page, name: string) {
  const saving = page.waitForEvent("download")
  await page.getByRole("link", { name, exact: true }).click()
  const saved = await saving
  return { url: saved.url(), name: saved.suggestedFilename(), content: await readFile(await saved.path()) }
}

test("a browser sends files straight to a store of another origin, and saves them from there", async ({
  swift,
  there: { page, api, id, policy },
}) => {
  const store = `${swift.endpoint}/${BUCKET}/`
  const before = await sentKeysIn(swift)
  await test.step("the page may speak to that bucket and to nothing else, and shows nothing from it", async () => {
    expect(policy.split("; ").filter((it) => it.includes(swift.endpoint))).toEqual([`connect-src 'self' ${store}`])
    expect(await refusedBy(page, "fetch", `${swift.endpoint}/another-bucket/a`)).toBe("connect-src")
    expect(await refusedBy(page, "image", `${store}files/a`)).toBe("img-src")
  })

  const sent = sendingsOf(page)
  const line = await lineOf(page)
  await test.step("each file shows how far it is, and one is cancelled", async () => {
    await line.slow(400_000)
    await choose(page, note("cancelled.txt", 8_000_000), note("small.txt"))
    const progress = await untilUnderWay(page, "cancelled.txt")
    await uploadsOn(page)
      .getByRole("button", { name: /^Cancel.*cancelled/ })
      .click()
    await expect(progress).toHaveCount(0)
    await expect(page.getByRole("link", { name: "small.txt", exact: true })).toBeVisible()
    expect(sent).toEqual([expect.stringMatching(`^200 ${store}incoming/`)])
  })

  await test.step("a line that breaks in the middle is no end: it is tried again", async () => {
    await choose(page, note("large.txt", 4_000_000))
    await untilUnderWay(page, "large.txt")
    await line.cut()
    await expect(uploadsOn(page)).toContainText("The file could not be sent. Check your connection.")
    await line.slow(-1)
    await uploadsOn(page)
      .getByRole("button", { name: /^Try again/ })
      .click()
    await expect(page.getByRole("link", { name: "large.txt", exact: true })).toBeVisible()
    expect(sent).toEqual(Array(2).fill(expect.stringMatching(`^200 ${store}incoming/`)))
  })

  await test.step("where a browser does not reach the store, the app takes the file there", async () => {
    await line.block(`${swift.endpoint}/*`)
    await choose(page, note("round.txt"))
    await expect(page.getByRole("link", { name: "round.txt", exact: true })).toBeVisible()
    expect(sent.at(-1)).toMatch(new RegExp(`^200 ${new URL(page.url()).origin}/uploads/incoming/`))
    await line.block()
    await line.leave()
  })

  await test.step("a photo is seen on the page, and saved from the store as it was sent", async () => {
    const photo = Buffer.from(await (await photoFile()).arrayBuffer())
    await choose(page, { name: "meter.jpg", mimeType: "image/jpeg", buffer: photo })
    await expect(page.getByRole("link", { name: "meter.jpg", exact: true })).toBeVisible()
    await filesWithPictures(api, id)
    await page.reload()
    const picture = page.getByRole("link", { name: "View meter.jpg" }).getByRole("img")
    await expect.poll(() => picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(0)
    for (const [name, content] of [
      ["meter.jpg", photo],
      ["large.txt", note("", 4_000_000).buffer],
    ] as const) {
      const saved = await savedBy(page, name)
      expect(saved).toMatchObject({ name, url: expect.stringMatching(`^${store}files/`) })
      expect(saved.content.equals(content)).toBe(true)
    }
  })

  await test.step("the store holds the files, their pictures, and nothing of what was cancelled", async () => {
    const { attachments } = await answer<ServiceRequest>(api.get(`/requests/${id}`), 200)
    expect(attachments.map(({ name }) => name).sort()).toEqual(["large.txt", "meter.jpg", "round.txt", "small.txt"])
    const added = async () => (await sentKeysIn(swift)).filter((key) => !before.includes(key))
    const isOfFile = expect.stringMatching(/^files\//)
    await expect.poll(added).toEqual(Array(attachments.length + 2).fill(isOfFile))
  })
})
