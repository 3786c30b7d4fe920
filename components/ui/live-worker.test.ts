import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { LiveWorkers } from "@/lib/testing/live-workers"

let browser: LiveWorkers

beforeEach(() => {
  vi.useFakeTimers()
  browser = new LiveWorkers()
})
afterEach(() => vi.useRealTimers())

const pass = (ms = 10) => vi.advanceTimersByTimeAsync(ms)
const change = (n: number) => `id: 1.${n}:${n}:\nevent: change\ndata: {"requestId":"${n}"}\n\n`
const changed = (n: number) => ({ changes: [{ requestId: `${n}` }] })

async function tabs(many: number) {
  const all = []
  for (let i = 0; i < many; i++) {
    all.push(browser.tab())
    await pass()
  }
  return all as [ReturnType<LiveWorkers["tab"]>, ...ReturnType<LiveWorkers["tab"]>[]]
}

test("one tab has the stream, all hear of it, and the next one takes over", async () => {
  const [first, ...others] = await tabs(3)
  expect(browser.asked).toBe(1)
  browser.say(change(1))
  await pass()
  for (const { told } of [first, ...others]) expect(told).toContainEqual(changed(1))
  first.leave()
  await pass()
  expect(browser.streams.size).toBe(1)
  browser.say(change(2))
  await pass()
  for (const { told } of others) expect(told).toContainEqual(changed(2))
})

test("that a file can be seen now is told to all tabs", async () => {
  const all = await tabs(2)
  browser.say('id: 1.7:7:\nevent: files\ndata: {"requestId":"7","draftId":null}\n\n')
  await pass()
  for (const { told } of all) expect(told).toContainEqual({ files: { requestId: "7", draftId: null } })
})

test("a tab that leads and is frozen is no longer waited for, and follows the one that takes over", async () => {
  const [first, second] = (await tabs(2)) as [ReturnType<LiveWorkers["tab"]>, ReturnType<LiveWorkers["tab"]>]
  for (let i = 0; i < 6; i++) {
    browser.say(": still here\n\n")
    await pass(20_000)
  }
  expect(browser.asked).toBe(1)
  first.freeze(true)
  await pass(51_000)
  expect(second.told).toContainEqual({ lost: true })
  expect(browser.asked).toBe(2)
  browser.say(change(1))
  await pass()
  expect(second.told.slice(-2)).toEqual([{ lost: false }, changed(1)])
  first.freeze(false)
  await pass()
  expect(browser.streams.size).toBe(1)
  browser.say(change(2))
  await pass()
  // It was away for longer than what was heard is remembered.
  expect(first.told.at(-1)).toEqual({ missed: true })
  browser.say(change(3))
  await pass()
  for (const { told } of [first, second]) expect(told.at(-1)).toEqual(changed(3))
})

test("who is signed out is told so, and that it is over once another tab is signed in; then all hear again", async () => {
  const [first, second] = (await tabs(2)) as [ReturnType<LiveWorkers["tab"]>, ReturnType<LiveWorkers["tab"]>]
  browser.status = 401
  for (const stream of browser.streams) stream.close()
  browser.streams.clear()
  await pass(1000)
  for (const { told } of [first, second]) expect(told.at(-1)).toEqual({ over: "signed out" })
  const { asked } = browser
  await pass(120_000)
  expect(browser.asked).toBe(asked)
  browser.status = 200
  const third = browser.tab()
  await pass()
  for (const { told } of [first, second]) expect(told).toContainEqual({ over: false })
  expect(third.told.some((it) => "over" in it)).toBe(false)
  browser.say(change(1))
  await pass()
  for (const { told } of [first, second, third]) expect(told).toContainEqual(changed(1))
  third.leave()
  await pass()
  browser.say(change(2))
  await pass()
  for (const { told } of [first, second]) expect(told).toContainEqual(changed(2))
})

test("an account that someone else has taken the place of is told apart from one that must set something up", async () => {
  browser.status = 403
  browser.problem = { errors: [{ path: "account" }] }
  const first = browser.tab()
  await pass()
  expect(first.told.at(-1)).toEqual({ over: "someone else" })
  browser.problem = {}
  const second = browser.tab()
  await pass()
  expect(second.told.at(-1)).toEqual({ over: "signed out" })
})

test("where no lock can be had each tab has a stream of its own", async () => {
  browser.canLock = false
  const all = await tabs(2)
  expect(browser.streams.size).toBe(2)
  browser.say(change(1))
  await pass()
  for (const { told } of all) expect(told.filter((it) => "changes" in it)).toEqual([changed(1)])
})

test("a browser that is offline for five seconds says so though its stream seems open, and comes back with it; a blink is none", async () => {
  const [tab] = await tabs(1)
  tab.connect(false)
  await pass(4000)
  tab.connect(true)
  await pass(2000)
  expect(tab.told).not.toContainEqual({ lost: true })
  tab.connect(false)
  await pass(5000)
  expect(tab.told.at(-1)).toEqual({ lost: true })
  tab.connect(true)
  await pass(1000)
  browser.say(change(1))
  await pass()
  expect(tab.told.slice(-2)).toEqual([{ lost: false }, changed(1)])
})
