import { expect, test } from "vitest"
import { inBatches } from "./in-batches"

function counting(most = 10) {
  const batches: number[][] = []
  const send = inBatches<number>({
    most,
    isOnes: (reason) => reason instanceof RangeError,
    work: async (items) => {
      batches.push(items)
      await new Promise((resolve) => setImmediate(resolve))
      if (items.includes(13)) throw new RangeError("unlucky")
      if (items.includes(0)) throw new Error("The database is away.")
    },
  })
  return { send, batches }
}

const outcomes = async (sent: Promise<void>[]) => (await Promise.allSettled(sent)).map(({ status }) => status)

test("one alone goes at once; what comes meanwhile goes together, and no more than may at a time", async () => {
  const { send, batches } = counting(3)
  await Promise.all([1, 2, 3, 4, 5].map(send))
  await send(6)
  expect(batches).toEqual([[1], [2, 3, 4], [5], [6]])
})

test("one that fails fails alone", async () => {
  const { send } = counting()
  expect(await outcomes([1, 2, 13, 3].map(send))).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"])
})

test("what fails for everybody is not tried again", async () => {
  const { send, batches } = counting()
  expect(await outcomes([1, 2, 0, 3].map(send))).toEqual(["fulfilled", "rejected", "rejected", "rejected"])
  expect(batches).toEqual([[1], [2, 0, 3]])
  await send(4)
})
