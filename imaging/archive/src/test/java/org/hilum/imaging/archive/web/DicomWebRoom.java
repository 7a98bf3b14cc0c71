package org.hilum.imaging.archive.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.KeptStudies;
import org.hilum.imaging.archive.NewInstance;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.Element;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.Permission;
import org.hilum.platform.access.Person;
import org.hilum.platform.storage.ContentStore;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** DICOMweb over a real archive, asked as people of one institution or another. */
final class DicomWebRoom {

  final Archive archive;
  final ContentStore files;
  final List<AuditEntry> trail = new ArrayList<>();
  final String institution;
  final KeptStudies studies;
  private final MockMvc web;

  DicomWebRoom(Path folder, String institution) throws IOException {
    this.files = ContentStore.open(folder);
    this.archive = Archive.in(ScratchDatabase.with(Archive.TABLES), files);
    this.institution = institution;
    this.studies = new KeptStudies(archive, institution);
    this.web =
        MockMvcBuilders.standaloneSetup(
                new SearchController(archive, trail::add),
                new RetrieveController(archive, trail::add),
                new FrameController(archive, trail::add),
                new PictureController(archive, trail::add))
            .setControllerAdvice(new DicomWebProblems())
            .setCustomArgumentResolvers(new WhoAsks())
            .build();
  }

  /** Takes the person's institution from a header of the test. */
  private record WhoAsks() implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Person.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory factory) {
      return new Person(
          "account-1", String.valueOf(request.getHeader("who")), Set.of(Permission.VIEW_IMAGES));
    }
  }

  /** Asks as somebody of this institution. */
  MockHttpServletResponse get(String address, String... headers) throws Exception {
    return getAs(institution, address, headers);
  }

  MockHttpServletResponse getAs(String who, String address, String... headers) throws Exception {
    var request =
        MockMvcRequestBuilders.get(java.net.URI.create("/dicomweb" + address)).header("who", who);
    for (int n = 0; n < headers.length; n += 2) {
      request.header(headers[n], headers[n + 1]);
    }
    return web.perform(request).andReturn().getResponse();
  }

  /** A slice of 2 rows and 3 columns with the stored values given. */
  static DataSetBuilder slice(DataSetBuilder of, int... values) {
    return of.text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.2")
        .text(Tag.MODALITY, Vr.CS, "CT")
        .unsignedShort(Tag.SAMPLES_PER_PIXEL, 1)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
        .unsignedShort(Tag.ROWS, 2)
        .unsignedShort(Tag.COLUMNS, 3)
        .unsignedShort(Tag.BITS_ALLOCATED, 16)
        .unsignedShort(Tag.BITS_STORED, 16)
        .unsignedShort(Tag.HIGH_BIT, 15)
        .unsignedShort(Tag.PIXEL_REPRESENTATION, 1)
        .decimal(Tag.RESCALE_INTERCEPT, -1000)
        .decimal(Tag.RESCALE_SLOPE, 1)
        .put(pixels(values));
  }

  private static Element pixels(int... values) {
    var bytes = new byte[2 * values.length];
    for (int n = 0; n < values.length; n++) {
      bytes[2 * n] = (byte) values[n];
      bytes[2 * n + 1] = (byte) (values[n] >> 8);
    }
    return new Element(Tag.PIXEL_DATA, Vr.OW, new Element.Bytes(bytes));
  }

  /** Writes an object and keeps it; the bytes of its file. */
  byte[] keep(DataSet dataSet) throws IOException {
    var out = new ByteArrayOutputStream();
    DicomWriter.write(dataSet, out);
    keep(out.toByteArray());
    return out.toByteArray();
  }

  /** Keeps a file as it is; its address. */
  String keep(byte[] file) throws IOException {
    var parsed = (DicomParse.Parsed) DicomReader.read(file, DicomReader.Depth.HEADER);
    var header = parsed.object().dataSet();
    try (var writing = files.begin()) {
      writing.write(file, 0, file.length);
      var kept = writing.keep();
      archive.store(
          new NewInstance(
              institution,
              header.uid(Tag.STUDY_INSTANCE_UID).orElseThrow(),
              header.uid(Tag.SERIES_INSTANCE_UID).orElseThrow(),
              header.uid(Tag.SOP_INSTANCE_UID).orElseThrow(),
              header.uid(Tag.SOP_CLASS_UID).orElseThrow(),
              header,
              parsed.object().transferSyntaxUid(),
              kept.hash(),
              kept.bytes(),
              "stow:test",
              Instant.parse("2020-02-20T10:00:00Z")));
    }
    return Place.address("", header);
  }

  /** The contents of the parts of an answer. */
  static List<byte[]> parts(MockHttpServletResponse response) {
    var type = String.valueOf(response.getContentType());
    var boundary = "\r\n--" + type.substring(type.indexOf("boundary=") + 9);
    var whole = new String(response.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
    var parts = new ArrayList<byte[]>();
    for (var part : whole.split(java.util.regex.Pattern.quote(boundary), -1)) {
      int begin = part.indexOf("\r\n\r\n");
      if (part.startsWith("\r\n") && begin > 0) {
        parts.add(part.substring(begin + 4).getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return parts;
  }
}
