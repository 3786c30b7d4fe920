import { PhoneLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { CATEGORIES } from "@/lib/model/category"
import { isOpen, STATUS_NAMES } from "@/lib/model/status"
import type { ServiceRequest } from "@/lib/requests/contract"

interface RequestNoticesProps {
  request: ServiceRequest
  /** The version that the person's own change made, if they come from making one. */
  changed?: string
  /** Whether the viewer can answer its check for danger on this page. */
  answers: boolean
}

/** Notices that must be read before the rest of the page. */
export function RequestNotices({ request, changed, answers }: RequestNoticesProps) {
  const { category, priority, status, assignee, waitsFor, customer, danger, version } = request
  return (
    <>
      {changed === String(version) ? (
        <Notice tone="success" title="Saved">
          {STATUS_NAMES[status]}, {assignee ? `assigned to ${assignee.name}` : "unassigned"}.
        </Notice>
      ) : null}
      {waitsFor === "confirmation" ? (
        <Notice title="Waiting for the customer">
          It will be assigned when {customer.name} confirms their email address.
        </Notice>
      ) : null}
      {priority === "emergency" && isOpen(status) ? (
        <div className="on-solid flex flex-wrap items-baseline gap-x-4 gap-y-1 rounded-md bg-alarm px-4 py-3 text-on-alarm sm:px-5">
          <p className="text-lg font-bold">Emergency: call the customer now</p>
          <p>
            {customer.name},{" "}
            <PhoneLink number={customer.phone} className="font-bold underline decoration-2 underline-offset-4" />
          </p>
          {danger ? (
            <p className="basis-full">
              Category: {CATEGORIES[category].name}. The customer wrote: “{danger.words}”.
            </p>
          ) : null}
        </div>
      ) : null}
      {danger?.check === "open" && !answers && isOpen(status) ? (
        <Notice tone="warning" title="Being checked for danger">
          They wrote: “{danger.words}”. It becomes an emergency unless someone on duty says that there is no danger.
        </Notice>
      ) : null}
      {danger?.happeningNow === false && danger.check !== "open" && priority !== "emergency" && isOpen(status) ? (
        <Notice tone="warning" title="The customer says this is not happening now">
          They wrote: “{danger.words}”. {danger.check === "no_danger" ? "Checked: not an emergency. " : ""}Call them if
          in doubt.
        </Notice>
      ) : null}
    </>
  )
}
