"use client"

/** How many forms were sent from here, and how many of them are on their way. */
let sent = 0
let underWay = 0
/** What the router is given when it asks for this page. */
let handed: Response | undefined

/** How much was sent so far; nothing while something is. A page that was asked for before then does not know of it. */
export const sentSoFar = (): number | undefined => (underWay > 0 ? undefined : sent)

/**
 * Has the router show this answer, which was looked at, where it would ask for the page: a second answer could be another,
 * and the router leaves the page for one that it cannot show.
 */
export function handOver(answer: Response | undefined): void {
  handed = answer
}

const ask = window.fetch.bind(window)

window.fetch = (input, init) => {
  const headers = new Headers(init?.headers)
  const answer = handed
  if (answer && headers.has("next-router-state-tree") && input instanceof URL && isOf(answer, input)) {
    handed = undefined
    return Promise.resolve(answer)
  }
  const asked = ask(input, init)
  if (headers.has("next-action")) {
    sent += 1
    underWay += 1
    const end = () => {
      underWay -= 1
    }
    asked.then(end, end)
  }
  return asked
}

const isOf = (answer: Response, asked: URL) => pageOf(asked) === pageOf(new URL(answer.url))

const pageOf = ({ pathname, search }: URL): string =>
  `${pathname} ${search
    .slice(1)
    .split("&")
    .filter((it) => !/^_rsc\b/.test(it))
    .join("&")}`
