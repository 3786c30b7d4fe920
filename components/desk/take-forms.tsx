"use client"

import { usePathname } from "next/navigation"
import { TAKE_FORM, TAKE_TOGETHER_FORM } from "@/components/requests/take-button"
import { Form } from "@/components/ui/form"
import { Notice } from "@/components/ui/notice"
import type { FormAction } from "@/lib/http/form-state"

interface TakeFormsProps {
  takeOne: FormAction
  takeAll: FormAction
}

/** What they say of an emergency that somebody else has taken stays when that one is gone. */
export function TakeForms({ takeOne, takeAll }: TakeFormsProps) {
  const path = usePathname()
  return (
    <div key={path} className="mx-auto max-w-page space-y-2 px-4 text-ink not-has-[>:not(form)]:hidden sm:px-6">
      <Form action={takeOne} id={TAKE_FORM} prefix="emergency-" className="hidden">
        {null}
      </Form>
      <Form action={takeAll} id={TAKE_TOGETHER_FORM} prefix="emergencies-" className="hidden" outcome={Outcome}>
        {null}
      </Form>
    </div>
  )
}

const Outcome = ({ taken, left }: Record<string, string>) => (
  <div className="py-2">
    {taken ? <Notice tone="success" title={taken} /> : null}
    {left ? <Notice tone="danger" title={left} /> : null}
  </div>
)
