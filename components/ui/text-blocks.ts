interface Line {
  at: number
  text: string
}

export interface Block {
  at: number
  kind: "heading" | "list" | "paragraph"
  lines: Line[]
}

export interface TextPart {
  at: number
  text: string
  href?: string
  mail?: string
}

const MARKS = { heading: /^##?\s+/, list: /^[-*]\s+/, paragraph: /^/ }

const kindOf = (line: string): Block["kind"] =>
  MARKS.heading.test(line) ? "heading" : MARKS.list.test(line) ? "list" : "paragraph"

/** Reads a long text: blank lines part paragraphs, "## " begins a heading and "- " an item of a list. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let open: Block | undefined
  for (const [at, line] of text.split("\n").entries()) {
    const kind = kindOf(line)
    const words = line.replace(MARKS[kind], "")
    if (line.trim() === "") open = undefined
    else if (open?.kind === kind && kind !== "heading")
      open.lines.push({ at, text: kind === "paragraph" ? `\n${words}` : words })
    else {
      open = { at, kind, lines: [{ at, text: words }] }
      blocks.push(open)
    }
  }
  return blocks
}

/** [words](address), the address of a page, or one of mail. Sentences may end after them. */
const LINKED =
  /\[([^[\]\n]+)\]\((\/(?!\/)[^\s)]*|https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>]*[^\s<>.,;:!?)'"])|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/g

/** Finds the addresses in a text. Nothing else of it means anything. */
export function linksIn(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const { 0: whole, 1: words, 2: address, 3: bare, 4: mail, index } of text.matchAll(LINKED)) {
    parts.push(
      { at: from, text: text.slice(from, index) },
      { at: index, text: words ?? whole, href: address ?? bare, mail },
    )
    from = index + whole.length
  }
  return [...parts.filter((part) => part.text !== ""), { at: from, text: text.slice(from) }]
}
