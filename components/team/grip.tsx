import { chosenValue } from "@/lib/dispatch/team/chosen-value"
import type { Work } from "@/lib/dispatch/team/contract"

/** The handle for dragging a request. It needs a mouse and scripts; the checkbox beside it works for everybody. */
export const Grip = ({ request }: { request: Pick<Work, "id" | "version"> }) => (
  <span aria-hidden draggable data-request={chosenValue(request)}>
    ⋮⋮
  </span>
)
