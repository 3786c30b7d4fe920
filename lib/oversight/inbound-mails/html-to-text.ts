import PostalMime from "postal-mime"

/** More than anybody writes. */
const MOST_HTML = 500_000

/** Characters that no text uses, for where a quotation begins and ends. */
const [BEGIN, END] = ["\ue000", "\ue001"]

/**
 * The text of an HTML mail, with what it quotes behind “>” as in plain mails. The parser converts it: it does so for a part
 * that stands beside a plain one.
 */
export async function htmlToText(html: string): Promise<string> {
  const marked = html
    .slice(0, MOST_HTML)
    .replace(/[\ue000\ue001]/g, "")
    .replace(/<blockquote\b[^>]{0,2000}>/gi, `<br>${BEGIN}<br>`)
    .replace(/<\/blockquote\s*>/gi, `<br>${END}<br>`)
  const parts = [
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "",
    "--b",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    ...(Buffer.from(marked)
      .toString("base64")
      .match(/.{1,76}/g) ?? []),
    "--b--",
    "",
  ]
  const { text = "" } = await PostalMime.parse(parts.join("\r\n"))
  return quoted(text)
}

function quoted(text: string): string {
  let depth = 0
  const lines: string[] = []
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    // A mark may share its line with words.
    for (const piece of line.split(/([\ue000\ue001])/)) {
      if (piece === BEGIN) depth++
      else if (piece === END) depth = Math.max(0, depth - 1)
      else if (piece !== "" || line === "") lines.push(depth > 0 ? `> ${piece}` : piece)
    }
  }
  return lines.join("\n")
}
