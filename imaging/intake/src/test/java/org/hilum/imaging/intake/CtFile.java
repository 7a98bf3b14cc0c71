package org.hilum.imaging.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;

/** A CT image of four pixels, as a file: what intake needs to sort. */
record CtFile(DataSet dataSet) {

  static CtFile slice(int number) {
    return new CtFile(
        DataSet.builder()
            .uid(Tag.SOP_CLASS_UID, new Uid("1.2.840.10008.5.1.4.1.1.2"))
            .uid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3.1." + number))
            .text(Tag.STUDY_DATE, Vr.DA, "20200220")
            .text(Tag.MODALITY, Vr.CS, "CT")
            .text(Tag.PATIENT_ID, Vr.LO, "P-1")
            .uid(Tag.STUDY_INSTANCE_UID, new Uid("1.2.3"))
            .uid(Tag.SERIES_INSTANCE_UID, new Uid("1.2.3.1"))
            .uid(Tag.FRAME_OF_REFERENCE_UID, new Uid("1.2.3.9"))
            .decimal(Tag.IMAGE_POSITION_PATIENT, 0, 0, number)
            .unsignedShort(Tag.SAMPLES_PER_PIXEL, 1)
            .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
            .unsignedShort(Tag.ROWS, 2)
            .unsignedShort(Tag.COLUMNS, 2)
            .unsignedShort(Tag.BITS_ALLOCATED, 16)
            .unsignedShort(Tag.BITS_STORED, 16)
            .unsignedShort(Tag.HIGH_BIT, 15)
            .unsignedShort(Tag.PIXEL_REPRESENTATION, 0)
            .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[] {1, 0, 2, 0, 3, 0, (byte) number, 0})
            .build());
  }

  CtFile with(java.util.function.UnaryOperator<DataSetBuilder> change) {
    return new CtFile(change.apply(dataSet.toBuilder()).build());
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    try {
      DicomWriter.write(dataSet, out);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return out.toByteArray();
  }

  void writeTo(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes());
  }
}
