"use client"

import { type FormEvent, useMemo, useState, useSyncExternalStore } from "react"
import { ErrorSummary } from "@/components/ui/error-summary"
import { FileField } from "@/components/ui/file-field"
import { FormContext } from "@/components/ui/form-context"
import { Submit } from "@/components/ui/submit"

interface Limit {
  count: number
  /** The message when the limit is exceeded. */
  problem?: string
}

interface UploadFieldsProps {
  label: string
  hint: string
  accept: string
  problem?: string
  /** The most bytes in each file, and the most files. */
  most: { bytes: Limit; files: Limit }
}

const never = () => () => {}

/** Files go up as soon as they are chosen, so that none is chosen and then forgotten; without a script, by the button. */
export function UploadFields({ label, hint, accept, problem, most }: UploadFieldsProps) {
  const [pending, setPending] = useState(false)
  const [found, setFound] = useState<string>()
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const context = useMemo(() => {
    const shown = found ?? problem
    const errors: Record<string, string> = shown ? { files: shown } : {}
    return { prefix: "", errors, values: {}, answered: false, pending }
  }, [found, problem, pending])

  function send({ target }: FormEvent) {
    if (!(target instanceof HTMLInputElement) || !target.files?.length) return
    const refusal = refuse([...target.files], most)
    setFound(refusal)
    if (refusal) {
      target.value = ""
      return
    }
    target.form?.requestSubmit()
    setPending(true)
  }

  return (
    <FormContext value={context}>
      <div onChange={send} className="space-y-4">
        {found ? <ErrorSummary errors={context.errors} /> : null}
        <FileField
          name="files"
          label={label}
          hint={scripted ? `${hint}. They upload as soon as you choose them.` : `${hint}.`}
          accept={accept}
          multiple
        />
        <Submit variant="secondary">{pending ? "Uploading…" : "Upload"}</Submit>
      </div>
    </FormContext>
  )
}

/** Nobody should wait for an upload that is going to be refused. */
function refuse(files: File[], { bytes, files: number }: UploadFieldsProps["most"]): string | undefined {
  if (files.length > number.count) return number.problem
  return files.some(({ size }) => size > bytes.count) ? bytes.problem : undefined
}
