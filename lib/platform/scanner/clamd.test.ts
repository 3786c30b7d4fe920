import type { Socket } from "node:net"
import { Readable } from "node:stream"
import { expect, test, vi } from "vitest"
import { EICAR, loseScanner, withClamd, withFakeScanner } from "@/lib/testing/clamd"
import { isScannerThere, ScannerAway, scan } from "./clamd"

withClamd()

const of = (...pieces: (string | Buffer)[]) => Readable.from(pieces.map((it) => Buffer.from(it)))

test("clamd is there, finds what it knows wherever it stands, and nothing else", async () => {
  expect(await isScannerThere()).toBe(true)
  expect(await scan(of("A note about the meter."))).toBeUndefined()
  expect(await scan(of(EICAR))).toMatch(/^Eicar-Test/)
  expect(await scan(of(Buffer.alloc(200_000, 97), EICAR.slice(0, 30), EICAR.slice(30)))).toMatch(/^Eicar-Test/)
})

test("a file of which it takes no more is not scanned, which is no verdict and no absence", async () => {
  const large = scan(Readable.from(Array.from({ length: 40 }, () => Buffer.alloc(100_000, 97))))
  await expect(large).rejects.toThrow(/size limit exceeded|StreamMaxLength/)
  await expect(large).rejects.not.toBeInstanceOf(ScannerAway)
})

test("an error while the file is read is the file's, and not the scanner's", async () => {
  const broken = new Readable({ read() {} })
  broken.push(Buffer.from("half of"))
  const scanned = scan(broken)
  broken.destroy(new Error("the disk broke"))
  await expect(scanned).rejects.toThrow("the disk broke")
})

test("without a scanner nothing is known", async () => {
  await loseScanner()
  expect(await isScannerThere()).toBe(false)
  await expect(scan(of("a note"))).rejects.toBeInstanceOf(ScannerAway)
})

/** Says something once the file has ended. */
const saying = (words: string) => (socket: Socket) => {
  socket.on("data", (piece: Buffer) => piece.subarray(-4).equals(Buffer.alloc(4)) && socket.end(words))
}

test.each([
  ["hangs up at once", (socket: Socket) => void socket.destroy()],
  ["hangs up without a word after all of it", saying("")],
  ["breaks off in its answer", saying("stream: O")],
  ["breaks off in its answer of a find", saying("stream: Eicar FOUND")],
])("a scanner that %s is away", async (_, answer) => {
  await withFakeScanner(answer, () => expect(scan(of("a note"))).rejects.toBeInstanceOf(ScannerAway))
})

test.each([
  ["size limit exceeded", "INSTREAM size limit exceeded. ERROR\0"],
  ["out of memory", "stream: Can't allocate memory ERROR\0"],
  ["what we do not know", "stream: Fine OK\0"],
  ["too much", "x".repeat(5000).concat("\0")],
])("an answer of %s is no verdict", async (_, answer) => {
  await withFakeScanner(saying(answer), () => expect(scan(of("a note"))).rejects.toThrow())
})

test("a scanner that hangs is given up, whether it reads on or not", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] })
  try {
    for (const [content, answer] of [
      [of("a note"), () => {}],
      [
        Readable.from(Array.from({ length: 400 }, () => Buffer.alloc(100_000))),
        (socket: Socket) => void socket.pause(),
      ],
    ] as const)
      await withFakeScanner(answer, async () => {
        const scanned = scan(content)
        const over = expect(scanned).rejects.toBeInstanceOf(ScannerAway)
        let isOver = false
        const ended = over.finally(() => {
          isOver = true
        })
        while (!isOver) {
          await vi.advanceTimersByTimeAsync(50_000)
          await new Promise(setImmediate)
        }
        await ended
      })
  } finally {
    vi.useRealTimers()
  }
})
