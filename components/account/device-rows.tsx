import { Form } from "@/components/ui/form"
import { Submit } from "@/components/ui/submit"
import { Time } from "@/components/ui/time"
import type { FormAction } from "@/lib/http/form-state"
import type { Device } from "@/lib/oversight/devices/contract"

interface DeviceRowsProps {
  devices: readonly Device[]
  action: FormAction
}

/** The browsers that show notifications, each with a button that ends that. */
export const DeviceRows = ({ devices, action }: DeviceRowsProps) => (
  <ul className="divide-y divide-line">
    {devices.map(({ id, name, createdAt }) => (
      <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3">
        <span>
          {name}
          <span className="second-line">
            Added <Time value={createdAt} dateOnly />
          </span>
        </span>
        <Form action={action} prefix={`${id}-`} className="">
          <input type="hidden" name="id" value={id} />
          <Submit variant="secondary">
            Remove<span className="sr-only"> {name}</span>
          </Submit>
        </Form>
      </li>
    ))}
  </ul>
)
