package org.hilum.imaging.dicom;

import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.source.ByteSource;
import org.hilum.imaging.dicom.source.InflatingSource;
import org.hilum.imaging.vocabulary.Reason;

/** Reads one file: its opening, its file meta information, its data set. */
final class FileParser {

  private final ByteSource source;
  private final DicomReader.Depth depth;
  private final Deviations deviations = new Deviations();
  private final FileOpening opening;

  FileParser(ByteSource source, DicomReader.Depth depth) {
    this.source = source;
    this.depth = depth;
    this.opening = new FileOpening(source, deviations);
  }

  DicomParse parse() {
    if (!source.has(0, 1)) {
      return notDicom(DicomReason.EMPTY, "the file is empty");
    }
    var begin = opening.begin();
    if (begin.isEmpty()) {
      return notDicom(DicomReason.NOT_DICOM, "the file is not DICOM");
    }
    try {
      return new DicomParse.Parsed(object(begin.get()));
    } catch (Unreadable unreadable) {
      return new DicomParse.Refused(List.of(unreadable.reason()));
    } catch (MalformedValueException malformed) {
      return new DicomParse.Refused(
          List.of(
              new Reason(
                  DicomReason.STRUCTURE_BROKEN,
                  "a value that says how to read the file cannot be read: export it again",
                  Tag.name(malformed.tag()))));
    }
  }

  private static DicomParse notDicom(DicomReason code, String message) {
    return new DicomParse.NotDicom(Reason.of(code, message));
  }

  private DicomObject object(long begin) {
    var metaParser = new DataSetParser(source, depth, deviations);
    var metaScope = metaParser.metaScope();
    long at = metaParser.fileMeta(begin, metaScope);
    var meta = metaScope.dataSet();
    checkMeta(meta, begin, at);
    var declared = meta.text(Tag.TRANSFER_SYNTAX_UID);
    if (declared.flatMap(TransferSyntax::of).filter(TransferSyntax::isDeflated).isPresent()) {
      return deflated(meta, at);
    }
    var encoding = encoding(declared, at);
    var dataSet = new DataSetParser(source, depth, deviations).dataSet(at, encoding);
    var uid =
        declared.orElseGet(
            () -> {
              deviations.add(
                  DicomReason.TRANSFER_SYNTAX_GUESSED,
                  "the transfer syntax is not declared; read as " + encoding.syntax().title());
              return encoding.syntax().uid();
            });
    return object(meta, dataSet, uid);
  }

  private DicomObject deflated(DataSet meta, long at) {
    try (var inflated = new InflatingSource(source, at)) {
      var uid = TransferSyntax.DEFLATED_LITTLE_ENDIAN.uid();
      try {
        var parser = new DataSetParser(inflated, depth, deviations);
        var dataSet = parser.dataSet(0, Encoding.EXPLICIT_LITTLE);
        if (inflated.isBroken()) {
          throw broken();
        }
        return object(meta, dataSet, uid);
      } catch (Unreadable unreadable) {
        throw inflated.isBroken() ? broken() : unreadable;
      }
    }
  }

  private static Unreadable broken() {
    return new Unreadable(
        DicomReason.DEFLATE_BROKEN, "the deflated data set is damaged: send it again", "");
  }

  private void checkMeta(DataSet meta, long begin, long end) {
    if (meta.elements().isEmpty()) {
      deviations.add(DicomReason.META_DEVIATES, "file meta information is missing");
      return;
    }
    var length = meta.element(Tag.FILE_META_INFORMATION_GROUP_LENGTH);
    boolean isThere =
        length.filter(each -> each.vr() == Vr.UL && each.bytes().length == 4).isPresent();
    if (!isThere) {
      deviations.add(DicomReason.META_DEVIATES, "file meta information has no group length");
      return;
    }
    long declared = (long) Values.numbers(length.orElseThrow(), CharacterSet.DEFAULT)[0];
    long first = begin + 12;
    if (first + declared != end) {
      deviations.add(DicomReason.META_DEVIATES, "file meta information has a wrong group length");
    }
  }

  /** What the bytes themselves look like wins over what is declared; the difference is stated. */
  private Encoding encoding(Optional<String> declared, long at) {
    var syntax = declared.flatMap(TransferSyntax::of);
    var seen = opening.encodingAt(at);
    if (syntax.isPresent()) {
      var expected = Encoding.of(syntax.get());
      if (seen.isPresent() && !seen.get().equals(expected)) {
        deviations.add(
            DicomReason.ENCODING_DEVIATES,
            "the data set is encoded as " + seen.get().syntax().title());
        return seen.get();
      }
      return expected;
    }
    declared.ifPresent(
        uid ->
            deviations.add(
                DicomReason.TRANSFER_SYNTAX_GUESSED, "the transfer syntax is not known: " + uid));
    return seen.orElseThrow(() -> noDataSet(at));
  }

  private Unreadable noDataSet(long at) {
    return source.has(at, 1)
        ? new Unreadable(
            DicomReason.STRUCTURE_BROKEN, "where the data set should begin is something else", "")
        : new Unreadable(DicomReason.ENDS_EARLY, "no data set follows: send the file again", "");
  }

  private DicomObject object(DataSet meta, DataSet dataSet, String uid) {
    if (dataSet.elements().isEmpty()) {
      throw new Unreadable(DicomReason.ENDS_EARLY, "no data set follows: send the file again", "");
    }
    new ObjectChecks(meta, dataSet, deviations).run(uid);
    return new DicomObject(meta, dataSet, uid, deviations.all());
  }
}
