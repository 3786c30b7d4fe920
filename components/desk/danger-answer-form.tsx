"use client"

import type { ReactNode } from "react"
import { Reference } from "@/components/requests/reference"
import { Form } from "@/components/ui/form"
import { Notice } from "@/components/ui/notice"
import type { FormAction } from "@/lib/http/form-state"

interface DangerAnswerFormProps {
  action: FormAction
  prefix: string
  className?: string
  children: ReactNode
}

/** What it says of a check that is answered stays when that one is gone. */
export const DangerAnswerForm = ({ className = "", ...rest }: DangerAnswerFormProps) => (
  <Form {...rest} className={className} outcome={Answered} />
)

const Answered = ({ reference, priority }: Record<string, string>) => (
  <div className="mx-auto w-full max-w-page px-4 py-2 sm:px-6">
    <Notice
      tone="success"
      title={
        <>
          <Reference>{reference ?? ""}</Reference>
          {priority === "emergency" ? " is now an emergency" : ": no danger"}
        </>
      }
    />
  </div>
)
