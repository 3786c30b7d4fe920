import { answer, expect, type PageOf, refusal, test } from "../api"
import { KEPT, MOST_BYTES, PHOTO, REFUSED } from "../files"
import { fileFor, fileRequest } from "../filing"
import { ADMINISTRATOR, AMARA, DANIEL, PRIYA, SUPERVISOR } from "../people"

type Kept = PageOf<{ id: string; name: string; mediaType: string; bytes: number }>

for (const [mediaType, content] of Object.entries(KEPT))
  test(`${mediaType} is kept and comes back as it was, to be saved and never to be run`, async ({ as }) => {
    const amara = await as(AMARA)
    const { id } = await fileRequest(amara)
    // The type comes from the content: neither the name nor the client is believed.
    const file = new File([new Uint8Array(content)], "Ein “Zähler”.exe", { type: "text/html" })
    const { items } = await answer<Kept>(amara.upload(`/requests/${id}/attachments`, file), 201)
    expect(items).toEqual([expect.objectContaining({ mediaType, bytes: content.length, name: "Ein “Zähler”.exe" })])

    const download = await amara.get(`/attachments/${items[0]?.id}`)
    expect(await download.body()).toEqual(content)
    expect(download.headers()).toMatchObject({
      "content-type": mediaType,
      "content-disposition": expect.stringMatching(/^attachment; filename="[\w .-]+"; filename\*=UTF-8''Ein%20/),
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("sandbox"),
      "cache-control": "private, no-store, no-transform",
    })
  })

for (const [what, content] of Object.entries(REFUSED))
  test(`${what} is refused, also when it is called a photo`, async ({ as }) => {
    const amara = await as(AMARA)
    const { id } = await fileRequest(amara)
    const photo = new File([new Uint8Array(PHOTO)], "photo.png")
    const disguised = new File([new Uint8Array(content)], "photo.png", { type: "image/png" })
    await refusal(amara.upload(`/requests/${id}/attachments`, photo, disguised), 415)
    expect(await answer(amara.get(`/requests/${id}`), 200)).toMatchObject({ attachments: [] })
  })

test("ten megabytes are kept, and one byte more is not", async ({ as }) => {
  const amara = await as(AMARA)
  const { id } = await fileRequest(amara)
  const text = (length: number) => new File([new Uint8Array(length).fill(97)], "long.txt")
  await refusal(amara.upload(`/requests/${id}/attachments`, text(MOST_BYTES + 1)), 413)
  const { items } = await answer<Kept>(amara.upload(`/requests/${id}/attachments`, text(MOST_BYTES)), 201)
  const saved = await amara.get(`/attachments/${items[0]?.id}`)
  expect((await saved.body()).length).toBe(MOST_BYTES)
  expect(saved.headers()["content-length"]).toBe(String(MOST_BYTES))
})

test("a request has twenty attachments at most, and one more leaves them as they are", async ({ as }) => {
  const amara = await as(AMARA)
  const { id } = await fileRequest(amara)
  const path = `/requests/${id}/attachments`
  const notes = (count: number) => Array.from({ length: count }, (_, i) => new File([`Note ${i}`], `${i}.txt`))
  await refusal(amara.upload(path, ...notes(21)), 409)
  await answer(amara.upload(path, ...notes(19)), 201)
  await refusal(amara.upload(path, ...notes(2)), 409)
  await answer(amara.upload(path, ...notes(1)), 201)
  await refusal(amara.upload(path, ...notes(1)), 409)
  const { attachments } = await answer<{ attachments: unknown[] }>(amara.get(`/requests/${id}`), 200)
  expect(attachments).toHaveLength(20)
})

test("only those who may read the request may download", async ({ anybody, as, newStaff }) => {
  const [amara, person, colleague] = [await as(AMARA), await newStaff(), await newStaff()]
  const request = await fileFor(amara, await as(SUPERVISOR), person.id)
  const upload = (await as(person)).upload(`/requests/${request.id}/attachments`, new File(["Plan"], "plan.txt"))
  const { items } = await answer<Kept>(upload, 201)
  const path = `/attachments/${items[0]?.id}`
  for (const reader of [AMARA, person, SUPERVISOR, ADMINISTRATOR])
    expect((await (await as(reader)).get(path)).status()).toBe(200)
  for (const stranger of [DANIEL, colleague, PRIYA]) await refusal((await as(stranger)).get(path), 404)
  await refusal(anybody.get(path), 401)
  await refusal((await as(DANIEL)).upload(`/requests/${request.id}/attachments`, new File(["x"], "x.txt")), 404)
})

test("nothing is attached once a request is done, without a file, or by a field that there is not", async ({
  as,
  newStaff,
}) => {
  const [amara, person] = [await as(AMARA), await newStaff()]
  const { id, version } = await fileFor(amara, await as(SUPERVISOR), person.id)
  const path = `/requests/${id}/attachments`
  await refusal(amara.upload(path), 400)
  await refusal(amara.upload(path, new File([], "empty.txt")), 400)
  await refusal(amara.post(path, { files: ["a"] }), 400)
  const cancel = { to: "cancelled", note: "Filed twice.", version }
  await answer((await as(person)).put(`/requests/${id}/status`, cancel), 200)
  await refusal(amara.upload(path, new File(["Late"], "late.txt")), 409)
})

test("a name cannot lead out of its folder, and files lie under generated names", async ({ as }) => {
  const amara = await as(AMARA)
  const { id } = await fileRequest(amara)
  const file = new File(["x"], "../../etc/\u202epasswd\u0000.txt")
  const { items } = await answer<Kept>(amara.upload(`/requests/${id}/attachments`, file), 201)
  expect(items[0]?.name).toMatch(/^[\w%.]+$/)
})

test("a file is removed by its sender and by supervisors for a reason, and nothing is left to download", async ({
  as,
  newStaff,
}) => {
  const [amara, person, supervisor] = [await as(AMARA), await newStaff(), await as(SUPERVISOR)]
  const { id } = await fileFor(amara, supervisor, person.id)
  const staff = await as(person)
  const attach = async (one: typeof amara) =>
    (await answer<Kept>(one.upload(`/requests/${id}/attachments`, new File(["Private"], "private.txt")), 201)).items[0]
      ?.id
  const [hers, theirs] = [await attach(amara), await attach(staff)]
  await refusal(staff.delete(`/attachments/${hers}`), 403)
  await refusal(amara.delete(`/attachments/${theirs}`), 403)
  await refusal((await as(DANIEL)).delete(`/attachments/${hers}`), 404)
  await refusal(supervisor.delete(`/attachments/${theirs}`), 400)
  await refusal(supervisor.delete(`/attachments/${theirs}?reason=because`), 400)
  await answer(supervisor.delete(`/attachments/${theirs}?reason=wrong_request`), 204)
  await answer(amara.delete(`/attachments/${hers}`), 204)
  for (const one of [amara, staff, supervisor])
    for (const file of [hers, theirs]) {
      await refusal(one.get(`/attachments/${file}`), 404)
      await refusal(one.delete(`/attachments/${file}`), 404)
    }
  const timeline = await answer<{ items: { kind: string }[] }>(amara.get(`/requests/${id}/timeline`), 200)
  expect(timeline.items.filter(({ kind }) => kind === "detached")).toHaveLength(2)
  expect(JSON.stringify(timeline)).not.toContain("private.txt")
})

test("two uploads at once never make more than twenty", async ({ as }) => {
  const amara = await as(AMARA)
  const { id } = await fileRequest(amara)
  const eleven = () => Array.from({ length: 11 }, (_, i) => new File([`Note ${i}`], `${i}.txt`))
  const path = `/requests/${id}/attachments`
  const both = await Promise.all([amara.upload(path, ...eleven()), amara.upload(path, ...eleven())])
  expect(both.map((response) => response.status()).sort()).toEqual([201, 409])
})
