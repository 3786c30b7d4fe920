"use client"

import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"

/** Actions for a failed job. */
export function RetryForm({ id, action }: { id: number; action: FormAction }) {
  return (
    <div className="flex min-w-0 flex-wrap items-center justify-end gap-x-4 gap-y-2 md:justify-start">
      <Form action={action} prefix={`retry-${id}-`} className="contents">
        <input type="hidden" name="id" value={id} />
        <Submit variant="secondary">
          Retry<span className="sr-only"> job {id}</span>
        </Submit>
      </Form>
      <Link href={`/admin/jobs/${id}/drop`}>
        Drop<span className="sr-only"> job {id}</span>
      </Link>
    </div>
  )
}
