import { describe, expect, test } from "vitest"
import { ABOVE, cutQuote } from "./cut-quote"
import { htmlToText } from "./html-to-text"

const OURS = [ABOVE, "", "Hello,", "", "We cannot continue until we hear from you.", "", "--", "Northgate Gas"]
const quoted = OURS.map((line) => `> ${line}`.trimEnd()).join("\n")
const ANSWER = "I am at home on Thursday.\n\nUse the upper bell."

describe("what an answer says, as mail programs send it", () => {
  test.each([
    [
      "Gmail",
      `${ANSWER}\n\nOn Sun, 29 Nov 2026 at 10:00, Northgate Gas <no-reply@utility.example> wrote:\n\n${quoted}`,
    ],
    [
      "Gmail, over two lines",
      `${ANSWER}\n\nOn Sun, 29 Nov 2026 at 10:00, Northgate Gas <\nno-reply@utility.example> wrote:\n\n${quoted}`,
    ],
    ["Apple Mail", `${ANSWER}\n\n> On 29 Nov 2026, at 10:00, Northgate Gas <a@utility.example> wrote:\n> \n${quoted}`],
    [
      "an iPhone",
      `${ANSWER}\n\nSent from my iPhone\n\n> On 29 Nov 2026, at 10:00, Northgate Gas <a@utility.example> wrote:\n> \n> \ufeff${quoted}`,
    ],
    [
      "Outlook",
      `${ANSWER}\n\n________________________________\nFrom: Northgate Gas <a@utility.example>\nSent: 29 November 2026 10:00\nTo: Amara Okafor <amara@example.com>\nSubject: We need something from you\n\n${OURS.join("\n")}`,
    ],
    [
      "Outlook in German",
      `${ANSWER}\n\nVon: Northgate Gas <a@utility.example>\nGesendet: Sonntag, 29. November 2026 10:00\nAn: Amara Okafor\nBetreff: Ihre Anfrage\n\n${OURS.join("\n")}`,
    ],
    ["old Outlook", `${ANSWER}\n\n-----Original Message-----\nFrom: Northgate Gas\n\n${OURS.join("\n")}`],
    ["Outlook for phones", `${ANSWER}\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n\n${OURS.join("\n")}`],
    ["Thunderbird", `${ANSWER}\n\nOn 29/11/2026 10:00, Northgate Gas wrote:\n${quoted}`],
    ["Thunderbird, answered below", `On 29/11/2026 10:00, Northgate Gas wrote:\n${quoted}\n\n${ANSWER}`],
    [
      "German",
      `${ANSWER}\n\nAm So., 29. Nov. 2026 um 10:00 Uhr schrieb Northgate Gas <a@utility.example>:\n\n${quoted}`,
    ],
    ["French", `${ANSWER}\n\nLe dim. 29 nov. 2026 à 10:00, Northgate Gas <a@utility.example> a écrit :\n\n${quoted}`],
    [
      "Spanish",
      `${ANSWER}\n\nEl dom, 29 nov 2026 a las 10:00, Northgate Gas (<a@utility.example>) escribió:\n\n${quoted}`,
    ],
    ["Polish", `${ANSWER}\n\nniedz., 29 lis 2026 o 10:00 Northgate Gas <a@utility.example> napisał(a):\n\n${quoted}`],
    ["a language that nobody has thought of", `${ANSWER}\n\n${quoted}`],
    ["one that quotes without marks", `${ANSWER}\n\n${OURS.join("\n")}`],
    ["a signature", `${ANSWER}\n\n-- \nAmara Okafor\n0113 496 0000`],
    ["line ends of mail", `${ANSWER}\n\n${quoted}`.replaceAll("\n", "\r\n")],
  ])("%s", (_, text) => expect(cutQuote(text)).toBe(ANSWER))

  test("answers between quoted lines stay, and a bare quotation says nothing", () => {
    expect(cutQuote("On 29/11/2026, we wrote:\n> When?\nThursday.\n\n> Which bell?\nThe upper one.")).toBe(
      "Thursday.\n\nThe upper one.",
    )
    expect(cutQuote(`On 29/11/2026 10:00, Northgate Gas wrote:\n${quoted}`)).toBe("")
  })

  test.each([
    "From: the meter, to: the boiler, there is no pressure.",
    "On Monday your engineer wrote: no access. That is wrong.",
    "I wrote: the display is blank.\nIt still is.",
    "3 > 2, and 2 < 3",
    "To: be honest\nI do not know.",
  ])("words that only look like it stay: %s", (text) => expect(cutQuote(text)).toBe(text))

  test.each([
    `${"on ".repeat(60_000)}`,
    `On 1 ${":".repeat(300)}${" ".repeat(100_000)}x`,
    `${"> ".repeat(100_000)}`,
    `${"\n".repeat(150_000)}`,
    `${"_".repeat(190_000)}x`,
    "On 1 wrote:\n".repeat(15_000),
    "From: a\n".repeat(20_000),
    "On 1 wrote:\n> a\n".repeat(10_000),
  ])("hostile text is cut before anybody gives up: %#", (text) => {
    expect(cutQuote(text).length).toBeLessThanOrEqual(text.length)
  })
})

describe("HTML", () => {
  test("becomes text, with what it quotes behind marks", async () => {
    const html = `<html><head><style>p { color: red }</style><title>x</title></head><body><div dir="ltr">I am at home on Thursday.<br><br>Use the <b>upper</b> bell &amp; knock, f&uuml;r 5&nbsp;&euro;.</div><br>
      <div class="gmail_quote"><div class="gmail_attr">On Sun, 29 Nov 2026 at 10:00, Northgate Gas &lt;<a href="mailto:a@utility.example">a@utility.example</a>&gt; wrote:<br></div>
      <blockquote class="gmail_quote"><p>${ABOVE}</p><p>Hello,</p></blockquote></div><script>alert(1)</script></body></html>`
    const text = await htmlToText(html)
    expect(text).not.toMatch(/alert|color: red/)
    expect(cutQuote(text)).toBe("I am at home on Thursday.\n\nUse the upper bell & knock, für 5 €.")
  })

  test("whatever it is, it is text before anybody gives up", async () => {
    for (const html of [
      "<".repeat(400_000),
      "<blockquote ".repeat(40_000),
      "<!--".repeat(100_000),
      "&".repeat(400_000),
      "<div>".repeat(100_000),
    ]) {
      expect(typeof (await htmlToText(html))).toBe("string")
    }
  })
})
