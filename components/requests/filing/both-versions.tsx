"use client"

import { PREMISES_LABELS } from "@/components/requests/premises-fields"
import { SavedMeanwhile } from "@/components/ui/saved-meanwhile"
import type { FormState } from "@/lib/http/form-state"
import { CONTACT_NAMES } from "@/lib/model/contact"

const LABELS: Record<string, string> = {
  category: "Help with",
  title: "Title",
  description: "Description",
  contactPreference: "Contact by",
  ...PREMISES_LABELS,
}

/** After a late save: what another window has stored, where it differs from what stands in the form. */
export const BothVersions = ({ stored }: { stored: FormState["values"] }) => (
  <SavedMeanwhile title="Saved in the other window" labels={LABELS} stored={stored} inWords={inWords}>
    What you typed here is in the form below. To keep it, select “Save and continue”.{" "}
    {/* A plain link: the form has to begin anew. */}
    <a href="?" className="font-semibold text-accent underline underline-offset-4">
      Use the version saved in the other window
    </a>
  </SavedMeanwhile>
)

const inWords = (value: string) => (CONTACT_NAMES as Record<string, string>)[value] ?? value
