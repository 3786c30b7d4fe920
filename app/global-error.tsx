"use client"

import { ErrorPage, type ErrorPageProps } from "@/components/shell/error-page"
import "./globals.css"

/** Stands in for the whole document, so it brings its own. */
export default function GlobalError(props: ErrorPageProps) {
  return (
    <html lang="en">
      <body>
        <main>
          <ErrorPage {...props} />
        </main>
      </body>
    </html>
  )
}
