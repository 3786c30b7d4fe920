import { describe, expect, test } from "vitest"
import { mailOf, mailParts, PNG } from "@/lib/testing/inbound-mails"
import { fingerprintOf, readMail } from "./read-mail"
import { wordsOfMail } from "./words-of-mail"

const read = async (raw: Buffer | string) => {
  const mail = await readMail(Buffer.from(raw))
  if (!mail) throw new Error("The mail cannot be read.")
  return mail
}

describe("letters of every kind", () => {
  test.each([
    [
      "UTF-8 in base64",
      "utf-8",
      "base64",
      Buffer.from("Grüße, 5 €, zażółć, नमस्ते").toString("base64"),
      "Grüße, 5 €, zażółć, नमस्ते",
    ],
    [
      "ISO-8859-1 quoted-printable",
      "iso-8859-1",
      "quoted-printable",
      "Gr=FC=DFe vom Z=E4=\r\nhler",
      "Grüße vom Zähler",
    ],
    ["ISO-8859-15 quoted-printable", "iso-8859-15", "quoted-printable", "5 =A4", "5 €"],
    ["windows-1252", "windows-1252", "quoted-printable", "=93quoted=94 =96 5 =80", "“quoted” – 5 €"],
    ["ISO-2022-JP", "iso-2022-jp", "7bit", "\u001b$B%,%9\u001b(B", "ガス"],
    ["a charset that nobody knows", "x-nobody-knows", "7bit", "words", "words"],
    ["an encoding that nobody knows", "utf-8", "x-rot13", "words", "words"],
  ])("%s", async (_, charset, encoding, body, text) => {
    const headers = { "Content-Type": `text/plain; charset=${charset}`, "Content-Transfer-Encoding": encoding }
    expect(wordsOfMail(await read(mailOf({ headers, body })))).toBe(text)
  })

  test("bytes of ISO-8859-1 as they are, and names in headers", async () => {
    const head =
      "From: =?iso-8859-1?Q?J=FCrgen?= <J@Example.TEST>\r\nSubject: =?utf-8?B?R3LDvMOfZQ==?=\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n"
    const mail = await read(Buffer.concat([Buffer.from(head), Buffer.from("Gr\u00fc\u00dfe", "latin1")]))
    expect([mail.from, mail.subject, mail.text.trim()]).toEqual([["j@example.test"], "Grüße", "Grüße"])
  })

  test("of alternatives the plain one is read, and HTML only where there is no other", async () => {
    const html = { type: "text/html; charset=utf-8", body: "<p>Fett &amp; <b>laut</b></p>" }
    const plain = { type: "text/plain; charset=utf-8", body: "Plain words" }
    expect(wordsOfMail(await read(mailOf(mailParts([plain, html], "multipart/alternative"))))).toBe("Plain words")
    expect(wordsOfMail(await read(mailOf(mailParts([{ ...plain, body: " " }, html], "multipart/alternative"))))).toBe(
      "Fett & laut",
    )
    expect(wordsOfMail(await read(mailOf(mailParts([html]))))).toBe("Fett & laut")
  })

  test("files come along, but not signatures and the small pictures of a letterhead", async () => {
    const inner = mailParts(
      [
        { type: "text/html", body: "<p>Hello <img src=cid:logo></p>" },
        {
          type: "image/png",
          headers: { "Content-ID": "<logo>", "Content-Disposition": "inline; filename=image001.png" },
          body: PNG,
        },
      ],
      "multipart/related",
      "inner",
    )
    const { files, text } = await read(
      mailOf(
        mailParts([
          { type: inner.headers["Content-Type"], body: inner.body },
          {
            type: "image/png",
            headers: { "Content-Disposition": "attachment; filename*=utf-8''Z%C3%A4hler.png" },
            body: PNG,
          },
          { type: "image/jpeg", headers: { "Content-Disposition": "inline" }, body: PNG },
          { type: "application/pkcs7-signature; name=smime.p7s", body: PNG },
        ]),
      ),
    )
    expect(text.trim()).toBe("Hello")
    expect(files.map(({ name }) => name)).toEqual(["Zähler.png", "File 2"])
    expect(Buffer.from(files[0]?.content ?? [])).toEqual(PNG)
  })
})

describe("whatever it is", () => {
  test.each([
    ["nothing but noise", Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))],
    [
      "a boundary that never ends",
      Buffer.from("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nwords"),
    ],
    [
      "a boundary of nothing",
      Buffer.from('From: a@b.example\r\nContent-Type: multipart/mixed; boundary=""\r\n\r\n--\r\nwords'),
    ],
    ["broken base64", mailOf({ headers: { "Content-Transfer-Encoding": "base64" }, body: "====%%%%AAA" })],
    [
      "broken quoted-printable",
      mailOf({ headers: { "Content-Transfer-Encoding": "quoted-printable" }, body: "=ZZ=\r\n=F" }),
    ],
    ["NUL in headers and body", mailOf({ headers: { Subject: "a\u0000b" }, body: "a\u0000b" })],
    ["a header without end", Buffer.from(`From: ${"a".repeat(400_000)}`)],
    ["broken encoded words", mailOf({ headers: { Subject: "=?utf-8?B?====?= =?x?Q?=ZZ?= =?" } })],
    ["halves of characters", mailOf({ headers: { "Content-Type": "text/plain; charset=utf-16le" }, body: "\ud800a" })],
    ["a thousand addresses", mailOf({ to: Array.from({ length: 1000 }, (_, i) => `a${i}@b.example`).join(", ") })],
    ["groups in groups", mailOf({ from: "A: B: c@d.example;;, ".repeat(100) })],
  ])("%s is read or refused, and never fails", async (_, raw) => {
    const mail = await readMail(raw)
    if (mail) expect(wordsOfMail(mail)).not.toContain("\u0000")
    expect(fingerprintOf(raw, mail, undefined)).toMatch(/^[\w-]{43}$/)
  })

  test("parts without number, depth without end and endless headers are refused", async () => {
    const many = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\n\r\n".repeat(500_000)}`
    const deep = Array.from(
      { length: 1000 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    )
    const headers = "X: y\r\n".repeat(1_000_000)
    for (const raw of [many, deep.join(""), headers]) expect(await readMail(Buffer.from(raw))).toBeUndefined()
  })

  test("mails in mails are not opened, and what is packed stays packed", async () => {
    let inner = "Subject: the last\r\n\r\nwords"
    for (let i = 0; i < 20; i++) inner = `Content-Type: message/rfc822\r\n\r\n${inner}`
    expect((await read(`From: a@b.example\r\n${inner}`)).text).toBe("")
    const zip = Buffer.from("504b0304140000000800", "hex")
    const { files } = await read(mailOf(mailParts([{ type: "application/zip; name=bomb.zip", body: zip }])))
    expect(Buffer.from(files[0]?.content ?? [])).toEqual(zip)
  })

  test("two senders are two, and of two headers none counts", async () => {
    expect((await read(mailOf({ from: "a@b.example, c@d.example" }))).from).toEqual(["a@b.example", "c@d.example"])
    expect((await read("From: a@b.example\r\nFrom: c@d.example\r\n\r\nx")).from).toEqual([])
  })
})
