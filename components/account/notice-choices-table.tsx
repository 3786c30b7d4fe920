"use client"

import { useField } from "@/components/ui/form-context"

/** What somebody can be told of. A channel that leaves no choice says why. */
export interface NoticeRow {
  notice: string
  name: string
  mail: "choice" | "Always"
  push: "choice" | "Always"
}

const CHANNELS = [
  ["mail", "Email"],
  ["push", "Devices"],
] as const

/** Events down, channels across. The list of notifications shows all of them, so it has no column. */
export function NoticeChoicesTable({ rows }: { rows: readonly NoticeRow[] }) {
  const chosen = { mail: useField({ name: "mail" }).chosen, push: useField({ name: "push" }).chosen }
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">What you are sent</caption>
        <thead className="border-b border-line text-sm text-muted">
          <tr>
            <th scope="col" className="py-2 pr-3 font-semibold">
              When
            </th>
            {CHANNELS.map(([channel, label]) => (
              <th key={channel} scope="col" className="w-20 py-2 text-center font-semibold">
                {label}
                {/* Says that the question was asked, also when nothing is ticked. */}
                <input type="hidden" name={`${channel}[]`} value="" />
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ notice, name, ...how }) => (
            <tr key={notice}>
              <th scope="row" className="py-2 pr-3 font-normal">
                {name}
              </th>
              {CHANNELS.map(([channel, label]) => (
                <td key={channel} className="text-center">
                  {how[channel] === "choice" ? (
                    <label className="inline-flex min-h-11 min-w-11 cursor-pointer items-center justify-center">
                      <span className="sr-only">
                        {label}: {name}
                      </span>
                      <input
                        type="checkbox"
                        name={`${channel}[]`}
                        value={notice}
                        defaultChecked={chosen[channel].includes(notice)}
                        className="size-5 accent-accent"
                      />
                    </label>
                  ) : (
                    <span className="text-sm text-muted">{how[channel]}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
