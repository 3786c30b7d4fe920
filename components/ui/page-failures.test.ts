import { expect, test } from "vitest"
import { failuresIn } from "./page-failures"

const bytes = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer
const GONE = '{"digest":"NEXT_HTTP_ERROR_FALLBACK;404"}'

/** A text as React writes it: with its length in bytes, and no end of line. */
const text = (id: string, it: string) => `${id}:T${new TextEncoder().encode(it).length.toString(16)},${it}`

test("a page that was made has no failures, whatever is written on it", () => {
  const written = `Línea 1 – “two”\n1:E${GONE}\n`
  expect(
    failuresIn(bytes(`1:"$Sreact.fragment"\n:HL["/a.css","style"]\na:X\n${text("2", written)}3:["$","p",null,{}]\n`)),
  ).toEqual([])
  expect(failuresIn(bytes(`1:${JSON.stringify(written)}\n`))).toEqual([])
})

test("what failed is found before and after texts, and where the answer ends", () => {
  const redirect = "NEXT_REDIRECT;replace;/sign-in?next=%2Fdesk;303;"
  const answer = `11:E${GONE}\n${text("2", "é\n")}4:E{"digest":"${redirect}"}\n5:E{"digest":"1234567"}`
  expect(failuresIn(bytes(answer))).toEqual(["NEXT_HTTP_ERROR_FALLBACK;404", redirect, "1234567"])
})

test("an answer that is none of a page cannot be used", () => {
  expect(failuresIn(bytes("Bad gateway"))).toEqual(["unreadable"])
})
