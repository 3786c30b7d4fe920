"use client"

import { unstable_isUnrecognizedActionError } from "next/navigation"
import type { FormAction } from "@/lib/http/form-state"

/**
 * A form of a page that the app has been replaced under may name an action that is gone. It is then sent as a browser
 * without scripts would, which brings the page of today with what was typed in it.
 */
export function whenOutdated(action: FormAction): FormAction {
  // What is rendered has to be the action itself, or the form would do nothing without scripts.
  if (typeof window === "undefined") return action
  return async (previous, data) => {
    try {
      return await action(previous, data)
    } catch (thrown) {
      if (!unstable_isUnrecognizedActionError(thrown)) throw thrown
      sendPlainly(data)
      // The browser leaves this page; until then the form is being sent.
      return new Promise<never>(() => undefined)
    }
  }
}

function sendPlainly(data: FormData): void {
  const form = document.createElement("form")
  Object.assign(form, { method: "post", enctype: "multipart/form-data", action: window.location.href, hidden: true })
  const texts = [...data].filter((entry): entry is [string, string] => typeof entry[1] === "string")
  for (const [name, value] of [...texts.filter(([name]) => !/password/i.test(name)), NO_ACTION]) {
    const field = document.createElement("input")
    form.append(Object.assign(field, { type: "hidden", name, value }))
  }
  document.body.append(form)
  form.submit()
}

/** As React names the action of a form; there is none like this in any build. */
const NO_ACTION: [string, string] = [`$ACTION_ID_${"0".repeat(42)}`, ""]
