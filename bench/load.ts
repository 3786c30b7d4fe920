import autocannon from "autocannon"

export interface Call {
  method?: "GET" | "POST" | "PUT"
  path: string
  headers?: Record<string, string>
  body?: string
}

/** Calls made beforehand, which each connection goes through, or one that makes the next: that costs more. */
export type Calls = Call[] | (() => Call)

export interface Measured {
  perSecond: number
  p50: number
  p99: number
}

export const CONNECTIONS = 16

/** Sends calls over 16 connections for some seconds, unless told another number. Any answer that is not a success spoils the figure, so it throws. */
export async function load(
  address: string,
  seconds: number,
  calls: Calls,
  connections = CONNECTIONS,
): Promise<Measured> {
  const result = await autocannon({
    url: address,
    connections,
    duration: seconds,
    requests:
      typeof calls === "function" ? [{ setupRequest: (request) => prepare(request, calls()) }] : calls.map(made),
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(
      `${result.non2xx} answers were no success, ${result.errors} failed: ${JSON.stringify(result.statusCodeStats)}`,
    )
  return { perSecond: result["2xx"] / result.duration, p50: result.latency.p50, p99: result.latency.p99 }
}

const made = ({ headers, ...call }: Call): autocannon.Request => ({ method: "GET", ...call, headers: { ...headers } })

/** The generator writes into the headers it is given, so it gets its own. */
function prepare(request: autocannon.Request, { headers, ...call }: Call): autocannon.Request {
  return { ...request, ...made({ headers, ...call }) }
}
