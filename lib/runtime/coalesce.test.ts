import { expect, test } from "vitest"
import { coalesce } from "./coalesce"

test("what is wanted in one turn is asked for once, and everybody gets their own", async () => {
  const asked: string[][] = []
  const look = coalesce(async (keys) => {
    asked.push(keys)
    return new Map(keys.filter((key) => key !== "nobody").map((key) => [key, key.toUpperCase()]))
  })
  expect(await Promise.all(["a", "b", "a", "nobody"].map(look))).toEqual(["A", "B", "A", undefined])
  expect(await look("a")).toBe("A")
  expect(asked).toEqual([["a", "b", "nobody"], ["a"]])
})

test("a question that fails fails for those who asked it, and for nobody later", async () => {
  let broken = true
  const look = coalesce(async (keys) => {
    if (broken) throw new Error("The database is away.")
    return new Map(keys.map((key) => [key, key]))
  })
  const answers = await Promise.allSettled([look("a"), look("b")])
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"])
  broken = false
  expect(await look("a")).toBe("a")
})
