import autocannon from "autocannon"

export interface Call {
  method?: "GET" | "POST" | "PUT"
  path: string
  headers?: Record<string, string>
  body?: string
}

export interface Measured {
  perSecond: number
  p50: number
  p99: number
}

export const CONNECTIONS = 16

/** Sends calls over 16 connections for some seconds. Any answer that is not a success spoils the figure, so it throws. */
export async function load(address: string, seconds: number, next: () => Call): Promise<Measured> {
  const result = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [{ setupRequest: (request) => prepare(request, next()) }],
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(
      `${result.non2xx} answers were no success, ${result.errors} failed: ${JSON.stringify(result.statusCodeStats)}`,
    )
  return { perSecond: result["2xx"] / result.duration, p50: result.latency.p50, p99: result.latency.p99 }
}

/** The generator writes into the headers it is given, so it gets its own. */
function prepare(request: autocannon.Request, { headers, ...call }: Call): autocannon.Request {
  return { ...request, method: "GET", ...call, headers: { ...headers } }
}
