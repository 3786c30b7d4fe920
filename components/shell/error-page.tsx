"use client"

import { unstable_isUnrecognizedActionError } from "next/navigation"
import { Button } from "@/components/ui/button"

export interface ErrorPageProps {
  error: unknown
  retry: () => void
}

/** Says what a caller needs to be helped, and nothing of what broke. */
export function ErrorPage({ error, retry }: ErrorPageProps) {
  if (unstable_isUnrecognizedActionError(error)) return <UpdatedPage />
  const reference = digestOf(error)
  return (
    <div className="instead">
      <title>Something went wrong</title>
      <h1>Something went wrong</h1>
      <p>Sorry, there is a problem with the service.</p>
      <p>
        Try again in a moment. If it keeps happening, tell us{reference ? " this reference" : " what you were doing"}.
      </p>
      {reference ? (
        <p>
          Reference: <code className="rounded-sm bg-sunken px-2 py-1 font-mono">{reference}</code>
        </p>
      ) : null}
      <Button onClick={() => retry()}>Try again</Button>
    </div>
  )
}

/** Shown when the app was replaced after the page was opened. */
function UpdatedPage() {
  return (
    <div className="instead">
      <title>This page has been updated</title>
      <h1>This page has been updated</h1>
      <p>Nothing has been sent. Reload the page, then try again.</p>
      <Button onClick={() => window.location.reload()}>Reload page</Button>
    </div>
  )
}

function digestOf(error: unknown): string | undefined {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined
}
