import { PremisesFields } from "@/components/requests/premises-fields"
import { Radios } from "@/components/ui/choices"
import type { Option } from "@/components/ui/options"

const ELSEWHERE = { value: "new", label: "Another address" }

/** Fields side by side where there is room. */
export const FIELD_GRID = "grid items-end gap-x-4 gap-y-4 sm:grid-cols-2"

/** Where it is: one of the places that we know of, or an address. */
export const CallPlace = ({ places }: { places: readonly Option[] }) =>
  places.length > 0 ? (
    <div data-places className="space-y-4">
      <Radios
        name="place"
        label="Where is it?"
        inline
        options={[...places, ELSEWHERE]}
        defaultValue={places.length === 1 ? places[0]?.value : undefined}
      />
      <div data-danger="elsewhere">
        <div className={FIELD_GRID}>
          <PremisesFields brief />
        </div>
      </div>
    </div>
  ) : (
    <fieldset>
      <legend className="pb-2 font-semibold">Where is it?</legend>
      <div className={FIELD_GRID}>
        <PremisesFields brief />
      </div>
    </fieldset>
  )
