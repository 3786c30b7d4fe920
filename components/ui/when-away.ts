"use client"

import { unstable_rethrow } from "next/navigation"
import { forgetKept, keepInWindow, keptAs } from "@/components/ui/kept-typed"
import { tellOutcome } from "@/components/ui/tell-outcome"
import { leadsBack } from "@/lib/http/confirm-path"
import { FORM_FIELD, type FormAction, typedValues } from "@/lib/http/form-state"

/**
 * An action that loses nothing: where the session has ended or its person has to show who they are, what was typed is
 * kept until they have; where nobody answers, the form is told so and stays.
 */
export function whenAway(action: FormAction): FormAction {
  // What is rendered has to be the action itself, or the form would do nothing without scripts.
  if (typeof window === "undefined") return action
  return async (previous, data) => {
    const prefix = String(data.get(FORM_FIELD) ?? "")
    const key = keptAs(prefix, data)
    try {
      const state = await action(previous, data)
      if (!state.errors && state.message === undefined) forgetKept(key)
      if (state.result?.outcome) tellOutcome({ words: state.result.outcome, undo: state.result.undo })
      return state
    } catch (thrown) {
      const path = redirectOf(thrown)
      if (path && leadsBack(path)) keepInWindow(data, key)
      else if (path) forgetKept(key)
      unstable_rethrow(thrown)
      return { values: typedValues(data), away: true }
    }
  }
}

/** Where a redirect leads, as Next writes it into what it throws. */
function redirectOf(thrown: unknown): string | undefined {
  const digest = thrown instanceof Error && "digest" in thrown ? String(thrown.digest) : ""
  return digest.startsWith("NEXT_REDIRECT;") ? digest.split(";").slice(2, -2).join(";") : undefined
}
