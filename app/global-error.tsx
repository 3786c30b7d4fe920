"use client"

import { ErrorPage, type ErrorPageProps } from "@/components/shell/error-page"
import "./globals.css"

/** Stands in for the whole document, so it brings its own. */
export default function GlobalError(props: ErrorPageProps) {
  return (
    <html lang="en">
      <body>
        <main>
          <p className="on-solid bg-alarm px-4 py-3 text-on-alarm sm:px-6">
            <strong>Smell gas?</strong> Do not wait for this page. Leave the building, then call the gas emergency line.
          </p>
          <ErrorPage {...props} />
        </main>
      </body>
    </html>
  )
}
