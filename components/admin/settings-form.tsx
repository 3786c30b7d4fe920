import { Radios } from "@/components/ui/choices"
import { Form } from "@/components/ui/form"
import { SeenVersion } from "@/components/ui/seen-version"
import type { FormAction } from "@/lib/http/form-state"
import type { Settings } from "@/lib/oversight/settings/contract"

interface SettingsFormProps {
  action: FormAction
  settings: Settings & { version: number }
}

export function SettingsForm({ action, settings }: SettingsFormProps) {
  return (
    <Form action={action} submit="Save settings" className="space-y-6">
      <SeenVersion version={settings.version} />
      <Radios
        name="staffTwoFactorRequired"
        label="Two-factor authentication for staff, supervisors and administrators"
        options={[
          { value: "false", label: "Optional", hint: "Each person can choose" },
          {
            value: "true",
            label: "Required",
            hint: "Anyone without it will be asked to set it up before they can continue",
          },
        ]}
        defaultValue={String(settings.staffTwoFactorRequired)}
      />
    </Form>
  )
}
