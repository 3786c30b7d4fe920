import { Notice } from "@/components/ui/notice"

/** Stays in sight while somebody scrolls to what they have typed. */
export const GoneNotice = () => (
  <div className="sticky top-0 z-10">
    <Notice tone="danger" title="You can no longer open this request">
      It was deleted, or someone else has it now. What you typed is still here, but cannot be saved: copy what you need.
    </Notice>
  </div>
)
