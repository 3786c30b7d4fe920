"use client"

import { useMemo, useRef } from "react"
import { CameraField } from "@/components/requests/camera-field"
import { useUploads } from "@/components/requests/use-uploads"
import { FileField } from "@/components/ui/file-field"
import { FormContext } from "@/components/ui/form-context"
import { Muted } from "@/components/ui/muted"
import { Submit } from "@/components/ui/submit"
import { useScripted } from "@/components/ui/use-scripted"
import { type FileLimits, MAX_ATTACHMENTS } from "@/lib/model/attachment"

interface UploadFieldsProps {
  /** Where uploads are attached. */
  to: string
  label: string
  hint: string
  accept: string
  problem?: string
  /** How many more files there can be. */
  room: number
  limits: FileLimits
}

/** Files go up as soon as they are chosen, so that none is chosen and then forgotten; without a script, by the button. */
export function UploadFields({ to, label, hint, accept, problem, room, limits }: UploadFieldsProps) {
  const input = useRef<HTMLInputElement>(null)
  const { take, shown } = useUploads(input, { to, everywhere: true, otherwise: ({ form }) => form?.requestSubmit() })
  const scripted = useScripted()
  const context = useMemo(() => {
    const errors: Record<string, string> = problem ? { files: problem } : {}
    return { prefix: "", errors, values: {}, answered: false, pending: false }
  }, [problem])
  return (
    <FormContext value={context}>
      <div onChange={({ target }) => take(target as unknown as HTMLInputElement)} className="space-y-4">
        {/* What could not be sent stays in sight when there is no room for more. */}
        {room > 0 ? (
          <>
            <FileField ref={input} name="files" label={label} hint={`${hint}.`} accept={accept} multiple />
            {/* What is below keeps its place when scripts take over from the button. */}
            <div className="flex min-h-11 items-center gap-3">
              <CameraField />
              {scripted ? (
                <Muted small>You can also drop or paste files. Large photos are made smaller.</Muted>
              ) : (
                <Submit variant="secondary">Upload</Submit>
              )}
            </div>
          </>
        ) : (
          <Muted>You have added the maximum of {MAX_ATTACHMENTS} files.</Muted>
        )}
        {shown ? <shown.Queue files={shown.files} to={to} room={room} limits={limits} /> : null}
      </div>
    </FormContext>
  )
}
