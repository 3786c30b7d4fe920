import { type NextRequest, NextResponse } from "next/server"

/** The same policy as of the app's pages: a nonce for each. */
export function proxy(request: NextRequest) {
  const policy = `default-src 'self'; script-src 'self' 'nonce-${btoa(crypto.randomUUID())}' 'strict-dynamic'`
  const headers = new Headers(request.headers)
  headers.set("Content-Security-Policy", policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set("Content-Security-Policy", policy)
  return response
}

export const config = { matcher: ["/((?!handler|_next/static/).*)"] }
