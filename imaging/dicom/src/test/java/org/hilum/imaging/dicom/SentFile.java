package org.hilum.imaging.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files to be sent, in any transfer syntax. */
final class SentFile {

  static final String CT = "1.2.840.10008.5.1.4.1.1.2";

  private SentFile() {}

  /** A drawn slice in an uncompressed transfer syntax. */
  static SendableObject slice(Path folder, int number, TransferSyntax syntax) throws IOException {
    var dataSet =
        DicomReaderTest.slice()
            .uid(Tag.SOP_INSTANCE_UID, instance(number))
            .bytes(Tag.PIXEL_DATA, Vr.OW, noise(512 * 512 * 2))
            .unsignedShort(Tag.ROWS, 512)
            .unsignedShort(Tag.COLUMNS, 512)
            .build();
    var encoded = new EncodedFile(!syntax.isImplicit(), syntax.isBigEndian(), false);
    return of(folder, number, syntax.uid(), encoded.dataSet(dataSet).bytes());
  }

  /** A file whose data set is these bytes, which a receiver has no need to understand. */
  static SendableObject of(Path folder, int number, String syntax, byte[] dataSet)
      throws IOException {
    var opening =
        new ReceivedObject(
                new Uid(CT),
                instance(number),
                new Uid(syntax),
                "SENDER",
                "HILUM",
                number,
                1,
                new InetSocketAddress(0))
            .fileOpening();
    var file = new ByteArrayOutputStream();
    file.writeBytes(opening);
    file.writeBytes(dataSet);
    var path = Files.write(folder.resolve(number + ".dcm"), file.toByteArray());
    return SendableObject.of(path).orElseThrow();
  }

  static Uid instance(int number) {
    return new Uid("2.25.77." + number);
  }

  static byte[] noise(int length) {
    var noise = new byte[length];
    new Random(length).nextBytes(noise);
    return noise;
  }
}
