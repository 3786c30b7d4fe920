"use client"

import { useContext } from "react"
import { FormContext } from "@/components/ui/form-context"

/**
 * Which version of a thing the person saw when they began to type. A form that comes back because of a mistake
 * keeps it, even if the page around it is newer; only after a conflict, when that was said, does it start afresh.
 */
export function SeenVersion({ version }: { version: number }) {
  const { values } = useContext(FormContext)
  return <input type="hidden" name="version" value={values.version ?? version} />
}
