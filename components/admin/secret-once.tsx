import { CopyButton } from "@/components/ui/copy-button"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"

interface SecretOnceProps {
  /** Leads to the key, from where it is not shown already. */
  id?: string
  name?: string
  secret?: string
}

/** A secret at the only time that anybody can see it. */
export function SecretOnce({ id, name, secret }: SecretOnceProps) {
  return (
    <Notice tone="success" title={`Secret for ${name}`}>
      <p>Copy it now. You will only see it once.</p>
      <p className="my-3 font-mono text-lg break-all select-all">{secret}</p>
      {secret ? (
        <p className="mb-3">
          <CopyButton text={secret} label="Copy secret" />
        </p>
      ) : null}
      <p>
        Send it with each API request as “Authorization: Bearer …”.{" "}
        {id ? <Link href={`/admin/keys/${id}`}>View key</Link> : null}
      </p>
    </Notice>
  )
}
