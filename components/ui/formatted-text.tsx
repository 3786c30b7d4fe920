import { Fragment, type ReactNode } from "react"
import { Heading } from "@/components/ui/heading"
import { Link, MailLink } from "@/components/ui/link"
import { type Block, blocksOf, linksIn, type TextPart } from "@/components/ui/text-blocks"

/** A long text that somebody wrote, as `blocksOf` reads it. */
export const FormattedText = ({ text }: { text: string }) => (
  <div className="space-y-4">
    {blocksOf(text).map((block) => (
      <Shown key={block.at} {...block} />
    ))}
  </div>
)

function Shown({ kind, lines }: Block): ReactNode {
  const words = lines.map(({ at, text }) => (
    <Fragment key={at}>
      {linksIn(text).map((part) => (
        <Part key={part.at} {...part} />
      ))}
    </Fragment>
  ))
  if (kind === "heading")
    return (
      <Heading size="section" dir="auto" className="pt-4 wrap-anywhere">
        {words}
      </Heading>
    )
  if (kind === "list")
    return (
      <ul dir="auto" className="list-disc space-y-1 ps-6 wrap-anywhere">
        {words.map((item) => (
          <li key={item.key}>{item}</li>
        ))}
      </ul>
    )
  return (
    <p dir="auto" className="wrap-anywhere whitespace-pre-line">
      {words}
    </p>
  )
}

function Part({ text, href, mail }: TextPart): ReactNode {
  if (mail) return <MailLink address={mail} />
  return href ? <Link href={href}>{text}</Link> : text
}
