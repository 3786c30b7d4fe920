import { ButtonLink } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"

/** Shown this once. Plain text in lines, so that it can be copied whole and printed. */
export function RecoveryCodeList({ codes }: { codes: readonly string[] }) {
  return (
    <div className="space-y-6">
      <Notice tone="success" title="Keep these recovery codes">
        <p>
          They are shown this once. Each gets you in once when your app is out of reach: print them, or keep them in a
          password manager.
        </p>
      </Notice>
      <pre className="rounded-md border border-line bg-surface p-4 font-mono text-lg select-all">
        {codes.join("\n")}
      </pre>
      <ButtonLink href="/profile/two-factor">I have kept them</ButtonLink>
    </div>
  )
}
