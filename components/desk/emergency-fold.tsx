import type { ReactNode } from "react"
import { ON_WIDE } from "@/components/desk/emergency-list"
import { classes } from "@/components/ui/style"

/**
 * However many emergencies there are, the page below stays within reach: the first is whole, and the others are a tap away,
 * with or without scripts. On a wide screen the first few stand there, which people can fold, too; the next page has them
 * again.
 */
export const EmergencyFold = ({ count, children }: { count: number; children: ReactNode }) => (
  <div className={classes("emergency-fold", count <= ON_WIDE && "few")}>
    {count > 1 ? (
      <>
        <label>
          <input type="checkbox" autoComplete="off" />
          {`Show all ${count}`}
        </label>
        <label className="fold">
          <input type="checkbox" autoComplete="off" />
          Show only the first
        </label>
      </>
    ) : null}
    {children}
  </div>
)
