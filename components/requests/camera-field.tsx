import { buttonStyle, classes } from "@/components/ui/style"

/** Opens the camera of a phone or tablet, which a list of files hides well. */
export const CameraField = () => (
  <label className={classes(buttonStyle("secondary"), "not-pointer-coarse:hidden has-focus-visible:outline-2")}>
    Take a photo
    <input type="file" name="files[]" accept="image/*" capture="environment" className="sr-only" />
  </label>
)
