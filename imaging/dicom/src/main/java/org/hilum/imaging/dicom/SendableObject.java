package org.hilum.imaging.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hilum.imaging.dicom.source.FileSource;

/**
 * A file that can be sent as it is: what its meta information says and where its data set lies.
 *
 * @param dataSetAt bytes before the data set
 */
public record SendableObject(
    Path file, Uid sopClass, Uid sopInstance, Uid transferSyntax, long dataSetAt) {

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
