import { ButtonLink } from "@/components/ui/button"
import { CopyButton } from "@/components/ui/copy-button"
import { Notice } from "@/components/ui/notice"

/** Shown this once. Plain text in lines, so that it can be copied whole and printed. */
export function RecoveryCodeList({ codes }: { codes: readonly string[] }) {
  return (
    <div className="space-y-6">
      <Notice tone="success" title="Save these recovery codes">
        <p>
          You will only see these once. Each lets you sign in once if you lose your app. Print them or save them in a
          password manager.
        </p>
      </Notice>
      <pre className="rounded-md border border-line bg-surface p-4 font-mono text-lg select-all">
        {codes.join("\n")}
      </pre>
      <p className="flex flex-wrap gap-3">
        <CopyButton text={codes.join("\n")} label="Copy codes" />
        <ButtonLink href="/profile/two-factor">I have saved these codes</ButtonLink>
      </p>
    </div>
  )
}
