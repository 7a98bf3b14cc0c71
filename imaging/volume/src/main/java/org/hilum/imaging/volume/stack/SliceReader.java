package org.hilum.imaging.volume.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.volume.PatientPoint;
import org.hilum.imaging.volume.Vector3;
import org.hilum.imaging.volume.VolumeReason;

/**
 * Reads from headers where each slice lies and how its values are to be taken.
 *
 * <p>Refuses, per slice and all at once: no position, orientation, pixel spacing or rescale; values
 * that are not Hounsfield units; projections; colour. Localizers are set aside.
 */
final class SliceReader {

  /** Rescale Types that name another quantity (PS3.3 C.11.1.1.2). */
  private static final Set<String> OTHER_QUANTITIES =
      Set.of("OD", "Z_EFF", "ED", "EDW", "HU_MOD", "PCT", "MGML");

  /** Image Type and Frame Type values of projections (PS3.3 C.8.16.1.3 and vendors). */
  private static final Set<String> PROJECTIONS =
      Set.of(
          "MIP",
          "MINIP",
          "MAXIMUM",
          "MINIMUM",
          "MAX_IP",
          "MIN_IP",
          "PROJECTION",
          "PROJECTION IMAGE",
          "VOLUME_RENDER",
          "VRT",
          "SSD");

  /** How far a direction cosine vector may be from length one. */
  private static final double COSINE_TOLERANCE = 0.01;

  private final ReasonTally refusals;
  private final List<Slice> slices = new ArrayList<>();
  private final List<String> localizers = new ArrayList<>();

  SliceReader(ReasonTally refusals) {
    this.refusals = refusals;
  }

  List<Slice> slices() {
    return slices;
  }

  /** Labels of the localizers set aside. */
  List<String> localizers() {
    return localizers;
  }

  void read(Instance instance) {
    var where = label(instance);
    try {
      var frames = instance.dataSet().items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
      if (frames.isEmpty()) {
        readSingle(instance, where);
      } else {
        readFrames(instance, frames, where);
      }
    } catch (MalformedValueException malformed) {
      refusals.add(
          VolumeReason.MALFORMED_ATTRIBUTE, malformed.getMessage() + "; send it again", where);
    }
  }

  private static String label(Instance instance) {
    try {
      var number = instance.dataSet().text(Tag.INSTANCE_NUMBER).filter(text -> text.length() <= 12);
      return number.isPresent()
          ? "instance number " + number.get()
          : "SOP Instance UID " + instance.dataSet().text(Tag.SOP_INSTANCE_UID).orElse("unknown");
    } catch (MalformedValueException unreadable) {
      return instance.source().name();
    }
  }

  private void readSingle(Instance instance, String where) {
    if (instance.dataSet().integer(Tag.NUMBER_OF_FRAMES).orElse(1) > 1) {
      refusals.add(
          VolumeReason.FRAMES_DISAGREE,
          "several frames but no functional groups that place them: send it again",
          where);
      return;
    }
    readFrame(instance, FrameAttributes.ofSingle(instance.dataSet()), 0, false, where);
  }

  private void readFrames(Instance instance, List<DataSet> frames, String where) {
    int declared = instance.dataSet().integer(Tag.NUMBER_OF_FRAMES).orElse(1);
    if (declared != frames.size()) {
      refusals.add(
          VolumeReason.FRAMES_DISAGREE,
          declared + " frames are declared but " + frames.size() + " described: send it again",
          where);
      return;
    }
    for (int frame = 0; frame < frames.size(); frame++) {
      var attributes = FrameAttributes.ofFrame(instance.dataSet(), frames.get(frame));
      readFrame(instance, attributes, frame, true, where + ", frame " + (frame + 1));
    }
  }

  private void readFrame(
      Instance instance, FrameAttributes attributes, int frame, boolean multiFrame, String where) {
    var type = imageType(attributes);
    if (type.contains("LOCALIZER")) {
      localizers.add(where);
      return;
    }
    boolean usable = isSlice(attributes, type, where);
    var measures = attributes.group(Tag.PIXEL_MEASURES_SEQUENCE);
    double[] spacing = measures.numbers(Tag.PIXEL_SPACING);
    usable &= hasSpacing(spacing, where);
    double[] position =
        attributes.group(Tag.PLANE_POSITION_SEQUENCE).numbers(Tag.IMAGE_POSITION_PATIENT);
    usable &= hasPosition(position, where);
    double[] cosines =
        attributes.group(Tag.PLANE_ORIENTATION_SEQUENCE).numbers(Tag.IMAGE_ORIENTATION_PATIENT);
    usable &= hasOrientation(cosines, where);
    var rescale = attributes.group(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE);
    usable &= hasRescale(rescale, where);
    if (usable) {
      var image = instance.dataSet();
      slices.add(
          new Slice(
              instance,
              image.uid(Tag.SOP_CLASS_UID).orElseThrow(() -> missing(Tag.SOP_CLASS_UID)),
              image.uid(Tag.SOP_INSTANCE_UID).orElseThrow(() -> missing(Tag.SOP_INSTANCE_UID)),
              frame,
              multiFrame,
              image.integer(Tag.INSTANCE_NUMBER),
              image.integer(Tag.ROWS).orElseThrow(() -> missing(Tag.ROWS)),
              image.integer(Tag.COLUMNS).orElseThrow(() -> missing(Tag.COLUMNS)),
              new PatientPoint(position[0], position[1], position[2]),
              new Vector3(cosines[0], cosines[1], cosines[2]).normalised(),
              new Vector3(cosines[3], cosines[4], cosines[5]).normalised(),
              spacing[1],
              spacing[0],
              rescale.number(Tag.RESCALE_SLOPE).orElseThrow(),
              rescale.number(Tag.RESCALE_INTERCEPT).orElseThrow(),
              image.integer(Tag.PIXEL_PADDING_VALUE),
              image.integer(Tag.PIXEL_PADDING_RANGE_LIMIT)));
    }
  }

  private static MalformedValueException missing(int tag) {
    return new MalformedValueException(tag, "a value is needed");
  }

  private static List<String> imageType(FrameAttributes attributes) {
    var type = new ArrayList<>(attributes.image().texts(Tag.IMAGE_TYPE));
    type.addAll(attributes.group(Tag.CT_IMAGE_FRAME_TYPE_SEQUENCE).texts(Tag.FRAME_TYPE));
    type.replaceAll(value -> value.toUpperCase(Locale.ROOT));
    return type;
  }

  private boolean isSlice(FrameAttributes attributes, List<String> type, String where) {
    boolean usable = true;
    if (type.stream().anyMatch(PROJECTIONS::contains)) {
      refusals.add(
          VolumeReason.PROJECTION,
          "Image Type says projection, not slice: send the original axial series",
          where);
      usable = false;
    }
    int samples = attributes.image().integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
    var photometric = attributes.image().text(Tag.PHOTOMETRIC_INTERPRETATION).orElse("MONOCHROME2");
    if (samples != 1 || !photometric.equals("MONOCHROME2")) {
      refusals.add(
          VolumeReason.NOT_GREYSCALE,
          "Photometric Interpretation is " + photometric + ", CT slices are MONOCHROME2",
          where);
      usable = false;
    }
    return usable;
  }

  private boolean hasSpacing(double[] spacing, String where) {
    boolean usable = spacing.length == 2 && spacing[0] > 0 && spacing[1] > 0;
    if (!usable) {
      refusals.add(
          VolumeReason.NO_PIXEL_SPACING,
          "Pixel Spacing (0028,0030) is missing or not positive, so sizes are unknown: send the"
              + " original",
          where);
    }
    return usable;
  }

  private boolean hasPosition(double[] position, String where) {
    if (position.length != 3) {
      refusals.add(
          VolumeReason.NO_POSITION,
          "Image Position (Patient) (0020,0032) is missing, so the slice has no place: send the"
              + " original",
          where);
    }
    return position.length == 3;
  }

  private boolean hasOrientation(double[] cosines, String where) {
    boolean usable = cosines.length == 6 && areOrthonormal(cosines);
    if (!usable) {
      refusals.add(
          VolumeReason.NO_ORIENTATION,
          "Image Orientation (Patient) (0020,0037) is missing or not two perpendicular unit"
              + " vectors: send the original",
          where);
    }
    return usable;
  }

  private static boolean areOrthonormal(double[] cosines) {
    var i = new Vector3(cosines[0], cosines[1], cosines[2]);
    var j = new Vector3(cosines[3], cosines[4], cosines[5]);
    return Math.abs(i.length() - 1) < COSINE_TOLERANCE
        && Math.abs(j.length() - 1) < COSINE_TOLERANCE
        && Math.abs(i.dot(j)) < COSINE_TOLERANCE;
  }

  private boolean hasRescale(DataSet rescale, String where) {
    var slope = rescale.number(Tag.RESCALE_SLOPE);
    boolean usable = slope.isPresent() && rescale.number(Tag.RESCALE_INTERCEPT).isPresent();
    if (!usable || slope.getAsDouble() == 0) {
      refusals.add(
          VolumeReason.NO_RESCALE,
          "Rescale Slope (0028,1053) or Intercept (0028,1052) is missing, so Hounsfield units are"
              + " unknown: send the original from the scanner or PACS",
          where);
      usable = false;
    }
    var quantity = rescale.text(Tag.RESCALE_TYPE).orElse("HU").toUpperCase(Locale.ROOT);
    if (OTHER_QUANTITIES.contains(quantity)) {
      refusals.add(
          VolumeReason.OTHER_QUANTITY,
          "Rescale Type (0028,1054) is "
              + quantity
              + ", not Hounsfield units: send the"
              + " conventional series",
          where);
      usable = false;
    }
    return usable;
  }
}
