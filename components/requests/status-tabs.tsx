import { Tabs } from "@/components/ui/tabs"
import { STATUS_NAMES, STATUSES } from "@/lib/model/status"

export function StatusTabs({ current }: { current?: string }) {
  const views = [
    { href: "/requests", label: "All", current: current === undefined },
    { href: "/requests?status=open", label: "Open", current: current === "open" },
    ...STATUSES.map((status) => ({
      href: `/requests?status=${status}`,
      label: STATUS_NAMES[status],
      current: current === status,
    })),
  ]
  return <Tabs label="Requests by status" items={views} />
}
