import { readFileSync } from "node:fs"
import type { Page } from "@playwright/test"
import type { RunOptions } from "axe-core"

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8")
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]

/** What is wrong with a page, in light and in dark, for those who do not see it, or not well. */
export async function barriers(page: Page): Promise<string[]> {
  // To load it takes longer than to run it, so that it is loaded once.
  await page.evaluate(AXE)
  await page.evaluate(stopTransitions)
  const light = await found(page, "light", { type: "tag", values: STANDARDS })
  // Between the schemes nothing differs but colours.
  const dark = await found(page, "dark", { type: "rule", values: ["color-contrast"] })
  return [...light, ...dark]
}

/** Colours that still fade from one scheme to the other are nobody's. */
function stopTransitions(): void {
  const still = new CSSStyleSheet()
  still.replaceSync("*, ::before, ::after { transition: none !important }")
  document.adoptedStyleSheets.push(still)
}

/** Scripts are told of another scheme when it already shows, at times frames later: the last to ask is told last. */
const hearOf = (page: Page, scheme: string) =>
  page.evaluateHandle((scheme) => {
    const query = matchMedia(`(prefers-color-scheme: ${scheme})`)
    const changed = new Promise((tell) => query.addEventListener("change", tell, { once: true }))
    return { heard: query.matches ? undefined : changed }
  }, scheme)

/** Of what fades all the same, the end is awaited. */
async function endOfChange({ heard }: { heard?: Promise<unknown> }): Promise<void> {
  await heard
  await new Promise(requestAnimationFrame)
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
}

async function found(page: Page, scheme: "light" | "dark", runOnly: RunOptions["runOnly"]): Promise<string[]> {
  const change = await hearOf(page, scheme)
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" })
  await page.evaluate(endOfChange, change)
  const options: RunOptions = { runOnly, resultTypes: ["violations"] }
  const violations = await page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") }
    const results = await axe.run(document, options)
    return results.violations.map(({ id, nodes }) => ({ id, parts: nodes.map(({ html }) => html) }))
  }, options)
  return violations.flatMap(({ id, parts }) => parts.map((html) => `${page.url()}, ${scheme}: ${id}: ${html}`))
}
