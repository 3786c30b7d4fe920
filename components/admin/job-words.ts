import type { FailedJob } from "@/lib/oversight/failed-jobs/contract"

const TASKS: Record<string, string> = {
  send_mail: "Send an email",
  send_push: "Show a notification on a device",
  follow_rosters: "Start and end shifts",
  escalate_emergency: "Offer an emergency to the next person",
  end_danger_check: "Treat an unchecked request as an emergency",
  check_clocks: "Check service levels",
  close_silent: "Close resolved requests that customers say nothing more about",
  apply_retention: "Delete expired data",
}

/** The label of a job's task; the name itself when a newer version enqueued it. */
export const taskInWords = (task: string): string => TASKS[task] ?? task

export const STATE_WORDS: Record<FailedJob["state"], string> = {
  retrying: "Retrying",
  running: "Running now",
  dead: "Failed",
}
