package org.hilum.imaging.volume;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.dicom.InstanceSource;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;

/**
 * A coarse CT of a box of soft tissue in air with a bright mark at the patient's left, as DICOM.
 *
 * <p>8 x 8 pixels of 40 mm, 40 slices of 6 mm unless said otherwise: a field of 320 mm and 240 mm
 * from feet to head.
 */
final class DrawnSeries {

  static final int SIZE = 8;
  static final int SLICES = 40;
  static final double PIXEL_MM = 40;
  static final double STEP_MM = 6;
  static final Uid CT = new Uid("1.2.840.10008.5.1.4.1.1.2");

  private DrawnSeries() {}

  /** Hounsfield units of a slice: air with soft tissue in the middle, 400 HU at the left edge. */
  static short[] anatomy(int k) {
    var hu = new short[SIZE * SIZE];
    for (int j = 0; j < SIZE; j++) {
      for (int i = 0; i < SIZE; i++) {
        boolean inside = i >= 2 && i < 6 && j >= 2 && j < 6;
        hu[j * SIZE + i] = (short) (inside ? 40 + k % 7 : -1000);
      }
    }
    hu[3 * SIZE + 6] = 400;
    return hu;
  }

  /** Header and pixels of slice k of a plain axial series, feet to head. */
  static DataSetBuilder slice(int k) {
    return DataSet.builder()
        .uid(Tag.SOP_CLASS_UID, CT)
        .uid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3.1." + (k + 1)))
        .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "AXIAL")
        .text(Tag.MODALITY, Vr.CS, "CT")
        .text(Tag.PATIENT_ID, Vr.LO, "P-1")
        .uid(Tag.STUDY_INSTANCE_UID, new Uid("1.2.3"))
        .uid(Tag.SERIES_INSTANCE_UID, new Uid("1.2.3.1"))
        .integerString(Tag.INSTANCE_NUMBER, k + 1)
        .decimal(Tag.IMAGE_POSITION_PATIENT, -140, -140, -100 + k * STEP_MM)
        .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
        .decimal(Tag.PIXEL_SPACING, PIXEL_MM, PIXEL_MM)
        .decimal(Tag.RESCALE_SLOPE, 1)
        .decimal(Tag.RESCALE_INTERCEPT, -1024)
        .unsignedShort(Tag.SAMPLES_PER_PIXEL, 1)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
        .unsignedShort(Tag.ROWS, SIZE)
        .unsignedShort(Tag.COLUMNS, SIZE)
        .unsignedShort(Tag.BITS_ALLOCATED, 16)
        .unsignedShort(Tag.BITS_STORED, 16)
        .unsignedShort(Tag.HIGH_BIT, 15)
        .unsignedShort(Tag.PIXEL_REPRESENTATION, 0)
        .bytes(Tag.PIXEL_DATA, Vr.OW, stored(anatomy(k), 1024));
  }

  /** Little-endian stored values that an intercept of {@code -plus} turns back into HU. */
  static byte[] stored(short[] hu, int plus) {
    var bytes = ByteBuffer.allocate(2 * hu.length).order(ByteOrder.LITTLE_ENDIAN);
    for (short value : hu) {
      bytes.putShort((short) (value + plus));
    }
    return bytes.array();
  }

  /** All slices of the plain series. */
  static List<Instance> plain() {
    return series(SLICES, DrawnSeries::slice);
  }

  static List<Instance> series(int count, IntFunction<DataSetBuilder> slice) {
    var instances = new ArrayList<Instance>();
    for (int k = 0; k < count; k++) {
      instances.add(instance(slice.apply(k)));
    }
    return instances;
  }

  /** An instance that is written to memory as DICOM and read from there. */
  static Instance instance(DataSetBuilder builder) {
    var out = new ByteArrayOutputStream();
    try {
      DicomWriter.write(builder.build(), out);
      var source = new InMemory(out.toByteArray());
      if (source.read(DicomReader.Depth.HEADER) instanceof DicomParse.Parsed(var header)) {
        return new Instance(header, source);
      }
      throw new IllegalStateException("what was written must be readable");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private record InMemory(byte[] bytes) implements InstanceSource {
    @Override
    public String name() {
      return "in memory";
    }

    @Override
    public DicomParse read(DicomReader.Depth depth) {
      return DicomReader.read(bytes, depth);
    }
  }
}
