import shapes from "lucide-static/icon-nodes.json"
import { expect, test } from "vitest"
import { ICON_NAMES, type IconName, MASKS } from "./icon-name"

type Shape = [tag: string, attributes: Record<string, string>]

function drawn(name: IconName): string {
  const parts = (shapes as unknown as Record<IconName, Shape[]>)[name].map(([tag, attributes]) => {
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`)
    return `<${tag}${written.join("")}/>`
  })
  return `<symbol id="${name}" viewBox="0 0 24 24">${parts.join("")}</symbol>`
}

/** Drawn one below the other, each with a name for the piece that it is on. */
const masks = () => {
  const placed = MASKS.map((name, at) => ({ name, y: 24 * (at + 1) }))
  const drawings = placed.map(({ name, y }) => `<use href="#${name}" y="${y}" width="24" height="24"/>`)
  const pieces = placed.map(({ name, y }) => `<view id="${name}-mask" viewBox="0 ${y} 24 24"/>`)
  return `<g fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawings.join("")}</g>
${pieces.join("\n")}`
}

test("icons.svg holds every icon by its name, as lucide draws it", async () => {
  const file = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><title>Icons of lucide.dev, ISC licence</title>
${ICON_NAMES.map(drawn).join("\n")}
${masks()}
</svg>
`
  await expect(file).toMatchFileSnapshot("icons.svg")
})
