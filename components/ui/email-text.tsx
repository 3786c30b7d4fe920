import { shownEmail } from "@/lib/model/shown-email"

/** An email address as people write it, which may break anywhere. */
export const EmailText = ({ children }: { children: string }) => (
  <bdi className="wrap-anywhere">{shownEmail(children)}</bdi>
)
