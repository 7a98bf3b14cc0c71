package org.hilum.imaging.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hilum.imaging.dicom.source.FileSource;

/**
 * A file that can be sent as it is: what its meta information says and where its data set lies.
 *
 * @param dataSetAt bytes before the data set; negative where the file was not looked at yet
 */
public record SendableObject(
    Path file, Uid sopClass, Uid sopInstance, Uid transferSyntax, long dataSetAt) {

  private static final long NOT_LOOKED_AT = -1;

  /** A file of which all is known but where its data set begins; it may even be gone. */
  public static SendableObject kept(Path file, Uid sopClass, Uid sopInstance, Uid transferSyntax) {
    return new SendableObject(file, sopClass, sopInstance, transferSyntax, NOT_LOOKED_AT);
  }

  /** Where the data set begins, looked up in the file where it is not known. */
  public long dataSetBegins() throws IOException {
    if (dataSetAt != NOT_LOOKED_AT) {
      return dataSetAt;
    }
    return of(file)
        .map(SendableObject::dataSetAt)
        .orElseThrow(() -> new IOException("no file that can be sent: " + sopInstance));
  }

  /**
   * Whether its data set may be written in another, uncompressed, transfer syntax; the pixels of a
   * compressed one have the last say.
   */
  public boolean canBeEncodedAnew() {
    return PlainObject.isPossible(transferSyntax.value());
  }

  /** Reads the meta information of a file; empty where it has not all that a sender needs. */
  public static Optional<SendableObject> of(Path file) throws IOException {
    try (var source = new FileSource(file)) {
      var begin = new FileOpening(source, new Deviations()).begin();
      return source.has(0, 1) ? begin.flatMap(at -> of(file, source, at)) : Optional.empty();
    } catch (Unreadable | MalformedValueException notToBeSent) {
      return Optional.empty();
    }
  }

  private static Optional<SendableObject> of(Path file, FileSource source, long begin) {
    var parser = new DataSetParser(source, DicomReader.Depth.HEADER, new Deviations());
    var scope = parser.metaScope();
    long dataSetAt = parser.fileMeta(begin, scope);
    var meta = scope.dataSet();
    return meta.uid(Tag.MEDIA_STORAGE_SOP_CLASS_UID)
        .flatMap(
            sopClass ->
                meta.uid(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID)
                    .flatMap(
                        instance ->
                            meta.uid(Tag.TRANSFER_SYNTAX_UID)
                                .map(
                                    syntax ->
                                        new SendableObject(
                                            file, sopClass, instance, syntax, dataSetAt))));
  }
}
