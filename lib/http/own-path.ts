const HERE = "http://here.invalid"

/** The path when it stays on this site, otherwise undefined, so that a link cannot redirect elsewhere. */
export function ownPath(next: unknown): string | undefined {
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, HERE)) return undefined
  const { origin, pathname, search } = new URL(next, HERE)
  // What resolving leaves can itself begin with two slashes, which browsers read as the name of another site.
  return origin === HERE && !pathname.startsWith("//") ? pathname + search : undefined
}
