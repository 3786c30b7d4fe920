import { Radios } from "@/components/ui/choices"
import { Fold } from "@/components/ui/fold"
import { Form } from "@/components/ui/form"
import { Submit } from "@/components/ui/submit"
import { Textarea } from "@/components/ui/textarea"
import type { FormAction } from "@/lib/http/form-state"

interface OutcomeCardProps {
  id: string
  /** Closed already: only the rating is left to give, if they have not given it. */
  isClosed: boolean
  isRated: boolean
  confirm: FormAction
  reopen: FormAction
}

const RATINGS = [
  { value: "5", label: "5 – very satisfied" },
  { value: "4", label: "4" },
  { value: "3", label: "3" },
  { value: "2", label: "2" },
  { value: "1", label: "1 – not at all satisfied" },
]

/** Asks the customer whether what was resolved is fixed. Each answer is a form of its own, so that it works without scripts. */
export const OutcomeCard = ({ id, isClosed, isRated, confirm, reopen }: OutcomeCardProps) => (
  <div className="space-y-5">
    {isClosed && isRated ? null : (
      <Form action={confirm} prefix="fixed-" className="space-y-4">
        <input type="hidden" name="id" value={id} />
        <Fold summary="Rate our work (optional)" open={isClosed}>
          <div className="space-y-4">
            <Radios name="rating" label="How satisfied are you?" optional options={RATINGS} inline />
            <Textarea
              name="comment"
              label="Comment"
              optional
              hint="Our staff can read this. What went well, or what could we do better?"
              rows={3}
              limit={2000}
            />
          </div>
        </Fold>
        <Submit>{isClosed ? "Send rating" : "Yes, it is fixed"}</Submit>
      </Form>
    )}
    <Form action={reopen} prefix="reopen-" className="min-w-0">
      <input type="hidden" name="id" value={id} />
      <Fold summary={isClosed ? "It is not fixed" : "No, it is not fixed"}>
        <div className="space-y-4">
          <Textarea
            name="reason"
            label="What is still wrong?"
            hint="For example: the display went blank again this morning"
            rows={3}
            limit={2000}
          />
          <Submit variant="secondary">Reopen request</Submit>
        </div>
      </Fold>
    </Form>
  </div>
)
