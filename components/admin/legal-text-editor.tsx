import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { SavedMeanwhile } from "@/components/ui/saved-meanwhile"
import { SeenVersion } from "@/components/ui/seen-version"
import { Textarea } from "@/components/ui/textarea"
import type { FormAction } from "@/lib/http/form-state"
import { LEGAL_TEXTS, type LegalTextName } from "@/lib/oversight/legal-texts/contract"

interface LegalTextEditorProps {
  action: FormAction
  name: LegalTextName
  /** The text that holds now. */
  text: string
  version: number
}

export function LegalTextEditor({ action, name, text, version }: LegalTextEditorProps) {
  const { title, path } = LEGAL_TEXTS[name]
  return (
    <Form
      action={action}
      prefix={`${name}-`}
      submit={`Save ${title.toLowerCase()}`}
      aside={<Link href={path}>View page</Link>}
      className="space-y-6"
    >
      <SeenVersion version={version} />
      <SavedMeanwhile labels={{ text: "Text" }} stored={{ text }} />
      <input type="hidden" name="name" value={name} />
      <Textarea
        name="text"
        label="Text"
        hint="Start a line with ## for a heading, or with - for a list. Leave empty to use our standard text."
        defaultValue={text}
        limit={30_000}
        rows={16}
        optional
      />
    </Form>
  )
}
