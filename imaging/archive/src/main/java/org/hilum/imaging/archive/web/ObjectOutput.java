package org.hilum.imaging.archive.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.archive.ArchivedInstance;
import org.hilum.imaging.archive.web.ObjectForms.Form;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.PlainObject;
import org.hilum.imaging.dicom.TransferSyntax;

/** Sends whole objects; of those made plain one at a time is in memory. */
final class ObjectOutput {

  /** Larger ones are sent as they are kept rather than held in memory. */
  private static final long LARGEST_MADE_PLAIN = 1L << 29;

  private static final int PIECE = 64 * 1024;

  private final HttpServletResponse response;
  private final ObjectForms forms;

  ObjectOutput(HttpServletResponse response, ObjectForms forms) {
    this.response = response;
    this.forms = forms;
  }

  void send(List<ArchivedInstance> instances) throws IOException {
    for (var instance : instances) {
      form(instance);
    }
    if (!forms.isMultipart()) {
      alone(instances.getFirst());
      return;
    }
    var boundary = MultipartOutput.newBoundary();
    response.setContentType(MultipartOutput.contentType("application/dicom", boundary));
    var parts = new MultipartOutput(boundary, response.getOutputStream());
    for (var instance : instances) {
      part(instance, parts);
    }
    parts.end();
  }

  private Form form(ArchivedInstance instance) {
    return forms
        .of(instance)
        .orElseThrow(
            () ->
                DicomWebException.notAcceptable(
                    "%s is kept in transfer syntax %s, which is not among those asked for"
                        .formatted(instance.sopInstanceUid(), instance.transferSyntax())));
  }

  private void part(ArchivedInstance instance, MultipartOutput parts) throws IOException {
    var plain = plain(instance);
    if (plain.isPresent()) {
      DicomWriter.write(plain.get(), parts.part(type(TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid())));
    } else {
      copy(instance, parts.part(type(instance.transferSyntax()), instance.bytes()));
    }
  }

  private void alone(ArchivedInstance instance) throws IOException {
    var plain = plain(instance);
    var out = response.getOutputStream();
    if (plain.isPresent()) {
      response.setContentType(type(TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid()));
      DicomWriter.write(plain.get(), new java.io.BufferedOutputStream(out, PIECE));
    } else {
      response.setContentType(type(instance.transferSyntax()));
      response.setContentLengthLong(instance.bytes());
      copy(instance, out);
    }
  }

  private static String type(String transferSyntax) {
    return "application/dicom; transfer-syntax=" + transferSyntax;
  }

  /** The object made plain; empty where it goes out as it is kept. */
  private Optional<DataSet> plain(ArchivedInstance instance) {
    var form = form(instance);
    boolean isTooLarge = instance.bytes() > LARGEST_MADE_PLAIN;
    if (form == Form.AS_KEPT || isTooLarge && form == Form.PLAIN_OR_AS_KEPT) {
      return Optional.empty();
    }
    var object = Viewing.open(instance, DicomReader.Depth.WHOLE);
    return switch (PlainObject.of(object)) {
      case PlainObject.Plain(var dataSet) -> Optional.of(dataSet);
      case PlainObject.NotPlain(var reason) -> {
        if (form == Form.PLAIN) {
          throw DicomWebException.notAcceptable(reason.code().code() + " " + reason.message());
        }
        yield Optional.empty();
      }
    };
  }

  private static void copy(ArchivedInstance instance, OutputStream out) throws IOException {
    try (var in = Files.newInputStream(instance.file())) {
      var piece = new byte[PIECE];
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        out.write(piece, 0, n);
      }
    } catch (NoSuchFileException gone) {
      throw DicomWebException.fileMissing(instance.sopInstanceUid().value());
    }
  }
}
