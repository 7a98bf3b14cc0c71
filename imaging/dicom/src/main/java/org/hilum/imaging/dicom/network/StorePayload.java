package org.hilum.imaging.dicom.network;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.SendableObject;
import org.hilum.imaging.dicom.TransferSyntax;

/** The data set of an object as it is sent: its file's bytes, or, where need be, encoded anew. */
record StorePayload(InputStream bytes, long length) implements AutoCloseable {

  /** Longest file that is encoded anew, which happens in memory, in bytes. */
  private static final long MOST_ENCODED_BYTES = 1 << 27;

  static StorePayload of(SendableObject object, String transferSyntax) throws IOException {
    return object.transferSyntax().value().equals(transferSyntax)
        ? asItLies(object)
        : encodedAnew(object, TransferSyntax.of(transferSyntax).orElseThrow());
  }

  private static StorePayload asItLies(SendableObject object) throws IOException {
    long begin = object.dataSetBegins();
    var file = FileChannel.open(object.file());
    try {
      file.position(begin);
      return new StorePayload(Channels.newInputStream(file), file.size() - begin);
    } catch (IOException failed) {
      file.close();
      throw failed;
    }
  }

  private static StorePayload encodedAnew(SendableObject object, TransferSyntax syntax)
      throws IOException {
    if (Files.size(object.file()) > MOST_ENCODED_BYTES) {
      throw new IOException("too long to be encoded anew: " + object.sopInstance());
    }
    if (!(DicomReader.read(object.file(), DicomReader.Depth.WHOLE)
        instanceof DicomParse.Parsed(var parsed))) {
      throw new IOException("cannot be read: " + object.sopInstance());
    }
    try {
      var bytes = DicomWriter.dataSet(withoutGroupLengths(parsed.dataSet()), syntax);
      return new StorePayload(new ByteArrayInputStream(bytes), bytes.length);
    } catch (IllegalArgumentException notToBeWritten) {
      throw new IOException("cannot be encoded anew: " + object.sopInstance(), notToBeWritten);
    }
  }

  /** Retired lengths of groups (PS3.5 7.2), which another encoding makes wrong. */
  private static DataSet withoutGroupLengths(DataSet dataSet) {
    var kept = dataSet.toBuilder();
    for (var element : dataSet.elements()) {
      if ((element.tag() & 0xFFFF) == 0) {
        kept.remove(element.tag());
      }
    }
    return kept.build();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
