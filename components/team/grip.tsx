import { chosenValue } from "@/lib/dispatch/team/chosen-value"
import type { Work } from "@/lib/dispatch/team/contract"

/** What a request is dragged by. Of use to a mouse and a script only; the box beside it is for everybody. */
export const Grip = ({ request }: { request: Pick<Work, "id" | "version"> }) => (
  <span
    aria-hidden
    draggable
    data-request={chosenValue(request)}
    className="hidden cursor-grab font-bold tracking-tighter text-muted [@media(scripting:enabled)_and_(pointer:fine)]:block"
  >
    ⋮⋮
  </span>
)
