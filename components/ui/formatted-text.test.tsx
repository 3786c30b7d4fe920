import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { FormattedText } from "./formatted-text"

const html = (text: string) => renderToStaticMarkup(<FormattedText text={text} />).replace(/ (class|dir)="[^"]*"/g, "")

test("headings, lists and paragraphs are what their lines say", () => {
  expect(html("Hello\nthere\n\n## Why\n- one\n- two\n\nBye")).toBe(
    "<div><p>Hello\nthere</p><h2>Why</h2><ul><li>one</li><li>two</li></ul><p>Bye</p></div>",
  )
})

test("addresses become links, and sentences go on after them", () => {
  const text = "See https://example.org/a?b=1. Or [our page](/contact), or write to a.b@example.org."
  expect(html(text)).toBe(
    '<div><p>See <a href="https://example.org/a?b=1">https://example.org/a?b=1</a>. Or <a href="/contact">our page</a>, or write to <a href="mailto:a.b@example.org"><bdi>a.b@example.org</bdi></a>.</p></div>',
  )
})

test("nothing else becomes part of the page", () => {
  for (const text of ["<script>alert(1)</script>", "[x](javascript:alert(1))", "[x](//evil.example)"])
    expect(html(text)).not.toMatch(/<script|<a /)
})
