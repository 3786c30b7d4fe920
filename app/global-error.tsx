"use client"

import { useEffect, useState } from "react"
import { ErrorPage, type ErrorPageProps } from "@/components/shell/error-page"
import { PhoneLink } from "@/components/ui/link"
import "./globals.css"

/** Stands in for the whole document, so it brings its own. */
export default function GlobalError(props: ErrorPageProps) {
  const phone = useEmergencyPhone()
  return (
    <html lang="en" data-emergency-phone={phone}>
      <body>
        <main>
          <p className="on-solid bg-alarm px-4 py-3 text-on-alarm sm:px-6">
            <strong>Smell gas?</strong> Do not wait for this page. Leave the building, then call{" "}
            {phone ? (
              <PhoneLink number={phone} className="font-bold underline underline-offset-4" />
            ) : (
              "the gas emergency line"
            )}
            .
          </p>
          <ErrorPage {...props} />
        </main>
      </body>
    </html>
  )
}

/** The number that the page had which failed; where there was none, as when the layout itself failed, the API is asked. */
function useEmergencyPhone(): string | undefined {
  const [phone, setPhone] = useState(() =>
    typeof document === "undefined" ? undefined : document.documentElement.dataset.emergencyPhone,
  )
  useEffect(() => {
    if (phone) return
    fetch("/api/v1/categories")
      .then((answer) => answer.json())
      .then(({ emergencyPhone }) => setPhone(emergencyPhone))
      .catch(() => undefined)
  }, [phone])
  return phone
}
