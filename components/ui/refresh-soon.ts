"use client"

import type { ComponentType } from "react"
import { askPage } from "@/components/ui/ask-page"
import { bellDiffers } from "@/components/ui/bell-differs"
import { hearLine } from "@/components/ui/connection"
import { GoneNotice } from "@/components/ui/gone-notice"
import { handOver, sentSoFar } from "@/components/ui/hand-over"
import { holdPresses, letPress } from "@/components/ui/held-presses"
import type { LineNews } from "@/components/ui/live-line"
import { begun, nextRefresh, type Refreshed } from "@/components/ui/refresh-times"
import { noticeFor } from "@/components/ui/signed-out-notice"
import type { FileNews } from "@/lib/requests/live/contract"

const PRESS_MS = 100
const LONGEST_PRESS_MS = 5000

/** Within this time after a change people are told of it at the bell, and what they look at counts as read. */
const TOLD_MS = 2500
/** While the server is away it is asked again after so long, and then less often. */
const AWAY_MS = 2000
const LONGEST_AWAY_MS = 30_000

/** A page that can be made anew. */
export interface LivePage {
  isShown: () => boolean
  refresh: () => void
}

interface RefreshOptions {
  /** Also where nobody sees the page. */
  evenHidden?: boolean
  /** Once more when people have been told of the change. */
  twice?: boolean
}

let last: Refreshed = { at: Number.NEGATIVE_INFINITY, inARow: 0, took: 0 }
/** The page that asked last: who asked before may be left by now. */
let shown: LivePage | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let again: ReturnType<typeof setTimeout> | undefined
let told: ReturnType<typeof setTimeout> | undefined
/** Since when a button of the mouse, a finger or a pen is down. */
let pressedAt = document.querySelector(":active") ? performance.now() : Number.NEGATIVE_INFINITY
/** Wanted while nobody saw the page. */
let later: (() => void) | undefined

/** Shows words above the page, or none any more. */
type Show = (words: ComponentType | undefined) => void
let show: Show = () => undefined

/** Does what news ask for of a page that shows the request `of` this id, or any that the viewer may see. */
export function hear(news: LineNews, of: string | undefined, page: LivePage, tell: Show): void {
  show = tell
  if (news.lost !== undefined) hearLine(news.lost)
  else if (news.over !== undefined) {
    // Nothing is asked in the name of who signs in next.
    for (const it of news.over ? [told, again] : []) clearTimeout(it)
    showAbove(noticeFor(news))
  } else if (concerns(news, of)) refreshSoon(page, { twice: true })
  else if (news.files && showsFilesOf(news.files, of)) refreshSoon(page)
}

/** What is below moves. */
function showAbove(words: ComponentType | undefined): void {
  holdPresses()
  show(words)
  requestAnimationFrame(letPress)
}

const concerns = (news: LineNews, id: string | undefined) =>
  news.missed === true ||
  bellDiffers(news) ||
  (news.changes?.some(({ requestId }) => id === undefined || requestId === id) ?? false)

/** Nobody is told of files at the bell, and lists show none. */
function showsFilesOf({ requestId, draftId }: FileNews, of = document.documentElement.dataset.request): boolean {
  return of !== undefined && (of === requestId || of === draftId)
}

/** Has the page made anew, once for all that changes meanwhile. Where nobody sees it, it waits until somebody does. */
export function refreshSoon(page: LivePage, { evenHidden = false, twice = false }: RefreshOptions = {}): void {
  if (twice) {
    clearTimeout(told)
    told = setTimeout(refreshSoon, TOLD_MS, page)
  }
  if (document.hidden && !evenHidden) {
    later = () => refreshSoon(page)
    return
  }
  shown = page
  if (timer) return
  const dueAt = nextRefresh(last, performance.now())
  document.documentElement.dataset.due = String(dueAt)
  timer = setTimeout(run, dueAt - performance.now())
}

/** The refresh that began last has come to its end, and what it put in has been drawn. */
export function settled(): void {
  last = { ...last, took: performance.now() - last.at }
  handOver(undefined)
  letPress()
  requestAnimationFrame(() => requestAnimationFrame(() => delete document.documentElement.dataset.fresh))
}

/** A press belongs to what it began on, which must not move before it ends. One whose end is not told is forgotten. */
const isPressed = () => performance.now() - pressedAt < LONGEST_PRESS_MS

function run(): void {
  if (isPressed()) {
    timer = setTimeout(run, PRESS_MS)
    return
  }
  timer = undefined
  delete document.documentElement.dataset.due
  last = begun(last, performance.now())
  document.documentElement.dataset.fresh = ""
  if (shown) void refreshWhenPossible(shown)
}

/**
 * Makes the page anew once it can be, if it is still shown then: the router leaves one that it cannot show for its address,
 * and what was being typed is gone.
 */
async function refreshWhenPossible(page: LivePage, pause = AWAY_MS): Promise<void> {
  clearTimeout(again)
  const before = sentSoFar()
  const asked = before === undefined ? undefined : await askPage()
  while (isPressed()) await new Promise((done) => setTimeout(done, PRESS_MS))
  if (!page.isShown()) return settled()
  // The answer to a form is on its way, or newer.
  if (!asked || before !== sentSoFar()) {
    settled()
    return refreshSoon(page)
  }
  const isKept = asked.how === "gone" && hasWords()
  if ("answer" in asked && !isKept) {
    holdPresses()
    show(undefined)
    handOver(asked.answer)
    return page.refresh()
  }
  settled()
  if (isKept) showAbove(GoneNotice)
  if (asked.how === "away") again = setTimeout(refreshWhenPossible, pause, page, Math.min(LONGEST_AWAY_MS, pause * 2))
}

/** Whether anything is written on the page that was not sent. */
const hasWords = () =>
  [...document.querySelectorAll("textarea")].some((it) => it.value.trim() && it.value !== it.defaultValue)

document.addEventListener("visibilitychange", () => {
  const refresh = later
  if (!refresh || document.hidden) return
  later = undefined
  refresh()
})
addEventListener("pointerdown", () => (pressedAt = performance.now()), true)
for (const end of ["pointerup", "pointercancel", "click"])
  addEventListener(end, () => (pressedAt = Number.NEGATIVE_INFINITY), true)
