import shapes from "lucide-static/icon-nodes.json"
import { expect, test } from "vitest"
import { ICON_NAMES, type IconName } from "./icon-name"

type Shape = [tag: string, attributes: Record<string, string>]

function drawn(name: IconName): string {
  const parts = (shapes as unknown as Record<IconName, Shape[]>)[name].map(([tag, attributes]) => {
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`)
    return `<${tag}${written.join("")}/>`
  })
  return `<symbol id="${name}" viewBox="0 0 24 24">${parts.join("")}</symbol>`
}

test("icons.svg holds every icon by its name, as lucide draws it", async () => {
  const file = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><title>Icons of lucide.dev, ISC licence</title>
${ICON_NAMES.map(drawn).join("\n")}
</svg>
`
  await expect(file).toMatchFileSnapshot("icons.svg")
})
