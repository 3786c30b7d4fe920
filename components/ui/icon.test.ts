import shapes from "lucide-static/icon-nodes.json"
import { expect, test } from "vitest"
import { ICON_NAMES, type IconName, MASKS } from "./icon-name"

type Shape = [tag: string, attributes: Record<string, string>]

function shapesOf(name: IconName): string {
  const parts = (shapes as unknown as Record<IconName, Shape[]>)[name].map(([tag, attributes]) => {
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`)
    return `<${tag}${written.join("")}/>`
  })
  return parts.join("")
}

const drawn = (name: IconName) => `<symbol id="${name}" viewBox="0 0 24 24">${shapesOf(name)}</symbol>`

test("icons.svg holds every icon by its name, as lucide draws it", async () => {
  const file = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><title>Icons of lucide.dev, ISC licence</title>
${ICON_NAMES.map(drawn).join("\n")}
</svg>
`
  await expect(file).toMatchFileSnapshot("icons.svg")
})

test("masks.svg holds those that style sheets draw, one below the other in their order", async () => {
  const drawings = MASKS.map((name, at) => `<g transform="translate(0 ${24 * at})">${shapesOf(name)}</g>`)
  const file = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 ${24 * MASKS.length}" width="24" height="${24 * MASKS.length}" fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><title>Icons of lucide.dev, ISC licence</title>
${drawings.join("\n")}
</svg>
`
  await expect(file).toMatchFileSnapshot("masks.svg")
})
