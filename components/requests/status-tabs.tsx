import { ownListAddress } from "@/components/requests/own-list-address"
import { Tabs } from "@/components/ui/tabs"
import { STATUS_NAMES, STATUSES } from "@/lib/model/status"
import type { RequestCounts } from "@/lib/requests/contract"

interface StatusTabsProps {
  current?: string
  /** What is searched for goes along from one status to another. */
  q?: string
  counts?: Partial<RequestCounts>
}

const VIEWS = [
  { view: "all", label: "All" },
  { view: "open", label: "Open" },
  ...STATUSES.map((view) => ({ view, label: STATUS_NAMES[view] })),
] as const

export function StatusTabs({ current = "all", q, counts }: StatusTabsProps) {
  const items = VIEWS.map(({ view, label }) => ({
    href: ownListAddress({ status: view === "all" ? undefined : view, q }),
    label,
    count: counts?.[view],
    current: current === view,
  }))
  return <Tabs label="Requests by status" items={items} />
}
