import type { ReactNode } from "react"
import { classes } from "@/components/ui/style"

/** So many stand on a wide screen without being asked for. On a narrow one it is the first. */
const ON_WIDE = 30

/**
 * However many emergencies there are, the page below stays within reach: the first is whole, and the others are a tap away,
 * with or without scripts.
 */
export const EmergencyFold = ({ count, children }: { count: number; children: ReactNode }) => (
  <div className="emergency-fold">
    {count > 1 ? (
      <label
        className={classes(
          "flex min-h-11 cursor-pointer items-center gap-2 font-semibold",
          count <= ON_WIDE && "lg:hidden",
        )}
      >
        <input type="checkbox" autoComplete="off" className="size-5 shrink-0 accent-current" />
        Show all {count}
      </label>
    ) : null}
    {children}
  </div>
)
