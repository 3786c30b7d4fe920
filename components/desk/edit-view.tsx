import { Field } from "@/components/ui/field"
import { Form } from "@/components/ui/form"
import { SeenVersion } from "@/components/ui/seen-version"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"
import type { SavedView } from "@/lib/requests/saved-views/contract"

interface EditViewProps {
  view: SavedView
  edit: FormAction
  remove: FormAction
  /** Whether the viewer may share it. */
  shares: boolean
}

/** Renames a saved view, shares it or deletes it. */
export const EditView = ({ view: { id, name, shared, version }, edit, remove, shares }: EditViewProps) => (
  <details className="menu">
    <summary className="button">Edit view</summary>
    <div className="pop">
      <Form action={edit} prefix="rename-" submit="Rename" className="space-y-3">
        <input type="hidden" name="id" value={id} />
        <SeenVersion version={version} />
        <Field name="name" label="Name" defaultValue={name} maxLength={60} required />
      </Form>
      {shares || shared ? (
        <Form action={edit} prefix="share-">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="shared" value={shared ? "false" : "true"} />
          <SeenVersion version={version} />
          <Submit variant="secondary">{shared ? "Stop sharing" : "Share with everyone"}</Submit>
        </Form>
      ) : null}
      <Form action={remove} prefix="delete-">
        <input type="hidden" name="id" value={id} />
        <Submit variant="secondary">Delete view</Submit>
      </Form>
    </div>
  </details>
)
