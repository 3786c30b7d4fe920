import type { NoticeId } from "@/lib/model/notice"
import { escapeHtml } from "@/lib/runtime/escape-html"
import { fillIn, type MessagePattern, type MessageValues } from "./message-texts"

export interface WrittenMessage {
  subject: string
  text: string
  html: string
}

/** What stands below every message. */
export interface Footer {
  /** The line that answers are written above, where the message can be answered. */
  above?: string
  lines: readonly string[]
  /** Where the reader can choose what they are sent. */
  choose?: { label: string; href: string }
}

const OF_ITS_OWN = /^\{(note|link)\}$/

/** A message of a pattern, as plain text and as simple HTML. Whatever was typed is escaped, and set in its own direction. */
export function writeMessage(
  { subject, body }: MessagePattern,
  values: MessageValues,
  footer: Footer,
  greeting = "Hello,",
): WrittenMessage {
  const patterns = body.split(/\n\s*\n/).map((paragraph) => paragraph.trim())
  const kept = patterns.map((pattern) => ({ pattern, text: fillIn(pattern, values) })).filter(({ text }) => text !== "")
  const end = footer.choose ? [...footer.lines, `${footer.choose.label}: ${footer.choose.href}`] : footer.lines
  return {
    // A line break would begin another header.
    subject: fillIn(subject, values).replace(/\s+/g, " "),
    text: `${[...(footer.above ? [footer.above] : []), greeting, ...kept.map(asText)].join("\n\n")}\n\n--\n${end.join("\n")}\n`,
    html: pageOf([...aboveHtml(footer), `<p>${escapeHtml(greeting)}</p>`, ...kept.map(asHtml)], footer),
  }
}

const aboveHtml = ({ above }: Footer): string[] =>
  above ? [`<p style="color:#767676;font-size:smaller">${escapeHtml(above)}</p>`] : []

interface Paragraph {
  pattern: string
  text: string
}

const asText = ({ pattern, text }: Paragraph): string =>
  pattern === "{note}"
    ? text
        .split("\n")
        .map((line) => `> ${line}`)
        .join("\n")
    : text

function asHtml({ pattern, text }: Paragraph): string {
  const escaped = escapeHtml(text)
  switch (OF_ITS_OWN.exec(pattern)?.[1]) {
    case "note":
      return `<blockquote dir="auto" style="margin:0;padding-left:12px;border-left:3px solid #999;white-space:pre-line">${escaped}</blockquote>`
    case "link":
      return `<p><a href="${escaped}">${escaped}</a></p>`
    default:
      return `<p dir="auto">${escaped.replaceAll("\n", "<br>")}</p>`
  }
}

function pageOf(paragraphs: readonly string[], { lines, choose }: Footer): string {
  const link = choose ? `<br><a href="${escapeHtml(choose.href)}">${escapeHtml(choose.label)}</a>` : ""
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>',
    '<body style="font-family:sans-serif;line-height:1.5;max-width:36em">',
    ...paragraphs,
    `<hr><p style="font-size:smaller">${lines.map(escapeHtml).join("<br>")}${link}</p></body></html>`,
  ].join("\n")
}

/** The pattern that holds for a notice: the utility's own, or ours. */
export const patternOf = (
  notice: NoticeId,
  own: Partial<Record<NoticeId, MessagePattern | null>>,
  ours: Record<NoticeId, MessagePattern>,
): MessagePattern => own[notice] ?? ours[notice]
