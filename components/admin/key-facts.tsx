import { KeyState } from "@/components/admin/key-state"
import { reachInWords, scopesInWords } from "@/components/admin/key-words"
import { Card } from "@/components/ui/card"
import { DescriptionList } from "@/components/ui/description-list"
import { Time } from "@/components/ui/time"
import type { ApiKey } from "@/lib/identity/keys/contract"

/** All there is to know about a key; its secret is not. */
export function KeyFacts({ apiKey }: { apiKey: ApiKey }) {
  const { createdAt, createdBy, filingsPerHour, lastUsedAt, previousEndsAt } = apiKey
  return (
    <Card title="Key">
      <DescriptionList
        items={[
          { term: "Status", detail: <KeyState {...apiKey} /> },
          { term: "Access", detail: scopesInWords(apiKey) },
          { term: "Covers", detail: <span className="wrap-anywhere">{reachInWords(apiKey)}</span> },
          {
            term: "Requests an hour",
            detail: `Up to ${filingsPerHour.toLocaleString("en-GB")}, emergencies not counted`,
          },
          { term: "Last used", detail: lastUsedAt ? <Time value={lastUsedAt} /> : "Never" },
          ...(previousEndsAt ? [{ term: "Old secret valid until", detail: <Time value={previousEndsAt} /> }] : []),
          {
            term: "Created",
            detail: (
              <>
                <Time value={createdAt} dateOnly /> by <bdi>{createdBy.name}</bdi>
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}
