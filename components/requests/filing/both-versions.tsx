"use client"

import { useContext } from "react"
import { DescriptionList } from "@/components/ui/description-list"
import { FormContext } from "@/components/ui/form-context"
import { Notice } from "@/components/ui/notice"
import type { FormState } from "@/lib/http/form-state"
import { CONTACT_NAMES } from "@/lib/model/contact"

const LABELS: Record<string, string> = {
  category: "Help with",
  title: "Title",
  description: "Description",
  contactPreference: "Contact by",
  "premises.line1": "Address line 1",
  "premises.line2": "Address line 2",
  "premises.town": "Town or city",
  "premises.postcode": "Postcode",
  "premises.mprn": "MPRN",
  "premises.meterSerial": "Meter serial number",
}

/** After a late save: what another window has stored, where it differs from what stands in the form. */
export function BothVersions({ stored = {} }: { stored: FormState["values"] }) {
  const { values, stale } = useContext(FormContext)
  if (!stale) return null
  const differing = Object.keys(LABELS).filter((name) => name in values && text(stored[name]) !== text(values[name]))
  return (
    <Notice tone="warning" title="Saved in the other window">
      <div className="space-y-3">
        <DescriptionList
          items={differing.map((name) => ({ term: LABELS[name] ?? name, detail: inWords(text(stored[name])) }))}
        />
        <p>
          What you typed here is in the form below. To keep it, select “Save and continue”.{" "}
          {/* A plain link: the form has to begin anew. */}
          <a href="?" className="font-semibold text-accent underline underline-offset-4">
            Use the version saved in the other window
          </a>
        </p>
      </div>
    </Notice>
  )
}

const text = (value: string | string[] | undefined) => [value ?? ""].flat().join(", ").replace(/\r\n?/g, "\n").trim()

const inWords = (value: string) =>
  value === "" ? "Nothing" : ((CONTACT_NAMES as Record<string, string>)[value] ?? value)
