import type { ReactNode } from "react"

export interface Description {
  term: string
  detail: ReactNode
  /** A link that changes this line, as on "check your answers". */
  action?: ReactNode
}

export function DescriptionList({ items }: { items: Description[] }) {
  return (
    <dl className="divide-y divide-line">
      {items.map(({ term, detail, action }) => (
        <div
          key={term}
          className="grid gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0 sm:grid-cols-[12rem_minmax(0,1fr)_auto]"
        >
          <dt className="font-semibold">{term}</dt>
          <dd className="min-w-0 whitespace-pre-line">{detail}</dd>
          {action ? <dd>{action}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
