"use client"

import { type FormEvent, useMemo, useRef, useState, useSyncExternalStore } from "react"
import { sortFiles } from "@/components/requests/sort-files"
import { refusalWords } from "@/components/requests/upload-words"
import { ErrorSummary } from "@/components/ui/error-summary"
import { FileField } from "@/components/ui/file-field"
import { FormContext } from "@/components/ui/form-context"
import { Submit } from "@/components/ui/submit"

interface UploadFieldsProps {
  label: string
  hint: string
  accept: string
  problem?: string
  /** How many more files there can be. */
  room: number
}

const never = () => () => {}

/** Files go up as soon as they are chosen, so that none is chosen and then forgotten; without a script, by the button. */
export function UploadFields({ label, hint, accept, problem, room }: UploadFieldsProps) {
  const [pending, setPending] = useState(false)
  const [found, setFound] = useState<string>()
  const keptBack = useRef<HTMLInputElement>(null)
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

  /** Nobody should wait for an upload that is going to be refused: the good files go, the others are only named. */
  function send({ target }: FormEvent) {
    if (!(target instanceof HTMLInputElement) || !target.files?.length) return
    const { good, refused } = sortFiles([...target.files], room)
    if (good.length === 0) {
      setFound(refusalWords(refused))
      target.value = ""
      return
    }
    setFound(undefined)
    if (refused.length > 0) {
      const going = new DataTransfer()
      for (const file of good) going.items.add(file)
      target.files = going.files
    }
    if (keptBack.current) keptBack.current.value = JSON.stringify(refused)
    target.form?.requestSubmit()
    setPending(true)
  }

  return (
    <FormContext value={context}>
      <div onChange={send} className="space-y-4">
        {found ? <ErrorSummary errors={context.errors} /> : null}
        <input ref={keptBack} type="hidden" name="refused" />
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
