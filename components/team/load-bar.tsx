import { classes } from "@/components/ui/style"
import type { Teammate } from "@/lib/dispatch/team/contract"

/** How full somebody is: the words say it, the bar shows it. */
export function LoadBar({ open, capacity }: Pick<Teammate, "open" | "capacity">) {
  const full = open >= capacity
  const share = capacity === 0 ? 100 : Math.min(100, Math.round((open / capacity) * 100))
  return (
    <div className="space-y-1">
      <p>
        {open} of {capacity} open
        {full ? ", at capacity" : null}
      </p>
      <svg
        aria-hidden
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        className="block h-2 w-full rounded-full bg-sunken"
      >
        <rect width={share} height="4" className={classes("fill-current", full ? "text-warning" : "text-accent")} />
      </svg>
    </div>
  )
}
