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
    <Notice tone="success" title={`The secret for ${name}`}>
      <p>Copy it now: it is shown this once, and nobody can show it again.</p>
      <p className="my-3 font-mono text-lg break-all select-all">{secret}</p>
      <p>
        Whoever has it sends it with each call as “Authorization: Bearer …”.{" "}
        {id ? <Link href={`/admin/keys/${id}`}>Look at the key</Link> : null}
      </p>
    </Notice>
  )
}
