package org.hilum.imaging.dicom.network;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomObject;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.FrameExtractor;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.PlainObject;
import org.hilum.imaging.dicom.SendableObject;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.TransferSyntax;

/** The data set of an object as it is sent: its file's bytes, or, where need be, encoded anew. */
record StorePayload(InputStream bytes, long length) implements AutoCloseable {

  /** Longest file that is encoded anew, which happens in memory, in bytes. */
  private static final long MOST_ENCODED_BYTES = 1 << 27;

  private static final long MOST_UNCOMPRESSED_BYTES = 1 << 29;

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
      throw new NotEncodedException("too long to be encoded anew");
    }
    if (!(DicomReader.read(object.file(), DicomReader.Depth.WHOLE)
        instanceof DicomParse.Parsed(var parsed))) {
      throw new NotEncodedException("cannot be read to be encoded anew");
    }
    try {
      var bytes = DicomWriter.dataSet(plain(parsed), syntax);
      return new StorePayload(new ByteArrayInputStream(bytes), bytes.length);
    } catch (IllegalArgumentException notToBeWritten) {
      throw new NotEncodedException("cannot be encoded anew");
    }
  }

  private static DataSet plain(DicomObject object) throws NotEncodedException {
    boolean isCompressed =
        TransferSyntax.of(object.transferSyntaxUid())
            .filter(TransferSyntax::isEncapsulated)
            .isPresent();
    if (!isCompressed) {
      return withoutGroupLengths(object.dataSet());
    }
    requireRoom(object.dataSet());
    return switch (PlainObject.of(object)) {
      case PlainObject.Plain(var dataSet) -> dataSet;
      case PlainObject.NotPlain(var reason) ->
          throw new NotEncodedException(reason.code().code() + " " + reason.message());
    };
  }

  private static void requireRoom(DataSet dataSet) throws NotEncodedException {
    try {
      long rows = dataSet.integer(Tag.ROWS).orElse(0);
      long columns = dataSet.integer(Tag.COLUMNS).orElse(0);
      if (2 * rows * columns * FrameExtractor.frames(dataSet) > MOST_UNCOMPRESSED_BYTES) {
        throw new NotEncodedException("too long uncompressed");
      }
    } catch (MalformedValueException malformed) {
      throw new NotEncodedException(Tag.name(malformed.tag()) + " cannot be read");
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
