import { expect, test } from "vitest"
import type { PresentPerson } from "@/lib/requests/presence/contract"
import { newcomers, presenceInWords } from "./presence-words"

const BELLA: PresentPerson = { id: "1", name: "Bella Hart", doing: "viewing" }
const TOM: PresentPerson = { id: "2", name: "Tom Fletcher", doing: "viewing" }
const ANA: PresentPerson = { id: "3", name: "Ana Ruiz", doing: "viewing" }
const writing = (person: PresentPerson): PresentPerson => ({ ...person, doing: "typing" })
const plain = (people: PresentPerson[]) => presenceInWords(people).replace(/[\u2068\u2069]/g, "")

test("one line says who writes and who looks on, with two names at most", () => {
  expect(plain([])).toBe("")
  expect(plain([BELLA])).toBe("Bella Hart is looking at this too")
  expect(plain([writing(BELLA)])).toBe("Bella Hart is writing…")
  expect(plain([BELLA, TOM])).toBe("Bella Hart and Tom Fletcher are looking at this too")
  expect(plain([BELLA, writing(TOM)])).toBe("Tom Fletcher is writing… · Bella Hart is looking at this too")
  expect(plain([BELLA, TOM, ANA])).toBe("Bella Hart, Tom Fletcher and 1 other are looking at this too")
})

test("said aloud is who comes, and that they write once, until they have left", () => {
  const known = new Map<string, boolean>()
  expect(newcomers([BELLA], known)).toEqual([BELLA])
  expect(newcomers([BELLA], known)).toEqual([])
  expect(newcomers([writing(BELLA), TOM], known)).toEqual([writing(BELLA), TOM])
  expect(newcomers([BELLA, TOM], known)).toEqual([])
  expect(newcomers([writing(BELLA), TOM], known)).toEqual([])
  expect(newcomers([TOM], known)).toEqual([])
  expect(newcomers([writing(BELLA), TOM], known)).toEqual([writing(BELLA)])
})
