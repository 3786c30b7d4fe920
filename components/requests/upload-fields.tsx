"use client"

import { type FormEvent, useMemo, useState, useSyncExternalStore } from "react"
import { FileField } from "@/components/ui/file-field"
import { FormContext } from "@/components/ui/form-context"
import { Submit } from "@/components/ui/submit"

interface UploadFieldsProps {
  label: string
  hint: string
  accept: string
  problem?: string
}

const never = () => () => {}

/** Files go up as soon as they are chosen, so that none is chosen and then forgotten; without a script, by the button. */
export function UploadFields({ label, hint, accept, problem }: UploadFieldsProps) {
  const [pending, setPending] = useState(false)
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const context = useMemo(() => {
    const errors: Record<string, string> = problem ? { files: problem } : {}
    return { prefix: "", errors, values: {}, answered: false, pending }
  }, [problem, pending])

  function send({ target }: FormEvent) {
    if (!(target instanceof HTMLInputElement) || !target.files?.length) return
    target.form?.requestSubmit()
    setPending(true)
  }

  return (
    <FormContext value={context}>
      <div onChange={send} className="space-y-4">
        <FileField
          name="files"
          label={label}
          hint={scripted ? `${hint}. They are uploaded as soon as you choose them.` : `${hint}.`}
          accept={accept}
          multiple
        />
        <Submit variant="secondary">{pending ? "Uploading…" : "Upload"}</Submit>
      </div>
    </FormContext>
  )
}
