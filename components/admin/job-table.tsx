import { STATE_WORDS, taskInWords } from "@/components/admin/job-words"
import { RetryForm } from "@/components/admin/retry-form"
import { Badge } from "@/components/ui/badge"
import { Card } from "@/components/ui/card"
import { EmptyState } from "@/components/ui/empty-state"
import { MutedLine } from "@/components/ui/muted"
import { type Column, Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import type { FormAction } from "@/lib/http/form-state"
import type { FailedJob } from "@/lib/oversight/failed-jobs/contract"

const columns = (retry: FormAction): Column<FailedJob>[] => [
  {
    name: "Job",
    heading: true,
    cell: ({ id, task }) => (
      <>
        {taskInWords(task)} <MutedLine>Job {id}</MutedLine>
      </>
    ),
  },
  {
    name: "Reason",
    cell: ({ why, error }) => (
      <span className="block max-w-text text-left wrap-anywhere">
        {why}
        <code className="block text-sm text-muted">{error}</code>
      </span>
    ),
  },
  { name: "Last attempt", cell: ({ failedAt }) => <Time value={failedAt} /> },
  { name: "Attempts", cell: ({ attempts, maxAttempts }) => `${attempts} of ${maxAttempts}` },
  { name: "Next attempt", cell: NextAttempt },
  {
    name: "Actions",
    cell: ({ id, state }) => (state === "running" ? null : <RetryForm id={id} action={retry} />),
  },
]

function NextAttempt({ state, nextAttemptAt }: FailedJob) {
  if (nextAttemptAt) return <Time value={nextAttemptAt} />
  return <Badge tone={state === "dead" ? "danger" : "neutral"}>{STATE_WORDS[state]}</Badge>
}

interface JobTableProps {
  jobs: readonly FailedJob[]
  retry: FormAction
}

export function JobTable({ jobs, retry }: JobTableProps) {
  if (jobs.length === 0)
    return (
      <EmptyState icon="circle-check" title="No failed jobs">
        Emails and other background work are running normally.
      </EmptyState>
    )
  return (
    <Card flush>
      <Table caption="Failed jobs" columns={columns(retry)} rows={jobs} keyOf={({ id }) => String(id)} />
    </Card>
  )
}
