package org.hilum.imaging.volume.stack;

import java.util.OptionalInt;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;

/**
 * Where one image or frame lies, and how its stored values become Hounsfield units.
 *
 * @param frame from 0; always 0 in a single-frame image
 * @param multiFrame whether the instance is a multi-frame object
 * @param iDirection towards higher columns
 * @param jDirection towards higher rows
 * @param iSpacingMm between columns
 * @param jSpacingMm between rows
 * @param paddingFirst stored value of pixels outside the field; empty when not declared
 * @param paddingLast other end of the range of such values
 */
public record Slice(
    Instance instance,
    Uid sopClassUid,
    Uid sopInstanceUid,
    int frame,
    boolean multiFrame,
    OptionalInt instanceNumber,
    int rows,
    int columns,
    PatientPoint position,
    Vector3 iDirection,
    Vector3 jDirection,
    double iSpacingMm,
    double jSpacingMm,
    double rescaleSlope,
    double rescaleIntercept,
    OptionalInt paddingFirst,
    OptionalInt paddingLast) {

  /** How a technologist finds it: instance number, else UID; and the frame. */
  public String label() {
    var image =
        instanceNumber.isPresent()
            ? "instance number " + instanceNumber.getAsInt()
            : "SOP Instance UID " + sopInstanceUid;
    return multiFrame ? image + ", frame " + (frame + 1) : image;
  }

  /** Unit normal, i x j. */
  public Vector3 normal() {
    return iDirection.cross(jDirection).normalised();
  }

  /** How far along a direction the slice lies, in millimetres. */
  public double along(Vector3 direction) {
    return position.x() * direction.x()
        + position.y() * direction.y()
        + position.z() * direction.z();
  }
}
