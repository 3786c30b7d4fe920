import { DangerAnswers } from "@/components/desk/danger-answers"
import { DangerCheckDeadline } from "@/components/desk/danger-check-deadline"
import { Age } from "@/components/ui/age"
import { PageLink, PhoneLink } from "@/components/ui/link"
import type { DangerCheck } from "@/lib/dispatch/danger-checks/contract"

export interface DangerCheckItemProps
  extends Pick<DangerCheck, "id" | "version" | "reference" | "title" | "description" | "added"> {
  /** What was read in the words, and the words. */
  hazard: string
  words: string
  isDenied: boolean
  created: Date
  due: Date
  /** How many milliseconds there were until then when the server said so. */
  left: number
  /** The time of `due` in words. */
  by: string
  address: string
  customer: string
  phone: string
  opensRequest: boolean
}

/** One check: what was written, where, whom to call and until when. */
export function DangerCheckItem(check: DangerCheckItemProps) {
  const { id, title, hazard, words, description, added, isDenied, created, due, left, by } = check
  return (
    <li data-danger-check className="danger-check">
      <div>
        <details>
          <summary>
            <strong>
              {hazard}: “{words}”
            </strong>{" "}
            <Age since={created} /> <DangerCheckDeadline {...{ due, left, by }} />
          </summary>
          <p className="pt-1 font-semibold">
            {check.opensRequest ? (
              <PageLink href={`/desk/requests/${id}`} className="underline underline-offset-4">
                <bdi>{title}</bdi>
              </PageLink>
            ) : (
              title
            )}
          </p>
          <p dir="auto">{description}</p>
          {added ? <p>Added later: {added}</p> : null}
          {isDenied ? <p>The customer says this is not happening now.</p> : null}
        </details>
        <p>
          <bdi className="mr-3">{check.address}</bdi> <bdi>{check.customer}</bdi>:{" "}
          <PhoneLink number={check.phone} className="font-bold underline underline-offset-4" />
        </p>
      </div>
      <DangerAnswers check={check} />
    </li>
  )
}
