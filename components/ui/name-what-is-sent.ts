"use client"

/**
 * Names what a form sends, in `field`, so that what is sent again since no answer came is done once. Whoever has written
 * something after sending sends something else, also when it is the same words.
 */
export function nameWhatIsSent(form: HTMLFormElement | null | undefined, field: string): (() => void) | undefined {
  if (!form) return undefined
  let name = newName()
  let isSent = false
  const control = new AbortController()
  const { signal } = control
  form.addEventListener("formdata", ({ formData }) => formData.set(field, name), { signal })
  form.addEventListener("submit", () => (isSent = true), { signal })
  form.addEventListener(
    "input",
    () => {
      if (isSent) name = newName()
      isSent = false
    },
    { signal },
  )
  return () => control.abort()
}

const newName = () => crypto.randomUUID?.() ?? String(Math.random())
