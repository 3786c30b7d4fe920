import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { filterOf, unpackFilter } from "./common-filter"
import { strengthOf } from "./password-strength"

const LIST = readFileSync("lib/identity/passwords/common-passwords.txt", "utf8").split("\n").filter(Boolean)
const written = Buffer.from(filterOf(LIST)).toString("base64")

test("what browsers get is made of the list: after a change of it, run this test with -u", async () => {
  await expect(`${JSON.stringify({ bits: written }, null, 2)}\n`).toMatchFileSnapshot("common-filter.json")
})

const filter = unpackFilter(written)
const strength = (password: string) => strengthOf(password, filter)

test("a password that is refused as common seems weak, and so does one that is made of it", () => {
  expect(LIST.map(strength).filter((it) => it !== "weak")).toEqual([])
  const guessable = ["password1", "Password1!", "P@ssw0rd2024", "Sunflower7", "123sunshine", "qwertyuiop!!", "19841127"]
  expect(guessable.map(strength)).toEqual(Array(guessable.length).fill("weak"))
})

test("others are judged by their length and kinds, but for one in a hundred", () => {
  expect(["Tr0ub4dor", "greenlamp"].map(strength)).toEqual(["fair", "fair"])
  expect(["correct horse battery", "xK9$mQ2&vL7!"].map(strength)).toEqual(["strong", "strong"])
  const others = Array.from({ length: 2000 }, (_, i) => `kzqvwx${(i * 7919).toString(36)}jyph`)
  expect(others.filter((it) => strength(it) === "weak").length).toBeLessThan(20)
})
