import type { Description } from "@/components/ui/description-list"
import { Time } from "@/components/ui/time"
import type { Needs } from "@/lib/identity/needs/contract"
import { NEED_NAMES } from "@/lib/model/need"

/** What a customer has told us, without what they have not. */
export function needsFacts({ needs, language, visitPassword, mayContact, mayContactAt }: Needs): Description[] {
  return [
    { term: "Extra help", detail: needs.map((need) => NEED_NAMES[need]).join("\n") || "None" },
    ...(language ? [{ term: "Language", detail: <bdi>{language}</bdi> }] : []),
    ...(visitPassword ? [{ term: "Password for visits", detail: <bdi>{visitPassword}</bdi> }] : []),
    ...(mayContact === null
      ? []
      : [
          {
            term: "Other contact",
            detail: (
              <>
                {mayContact ? "Allowed" : "Not allowed"}
                {mayContactAt ? (
                  <>
                    , since <Time value={mayContactAt} dateOnly />
                  </>
                ) : null}
              </>
            ),
          },
        ]),
  ]
}
